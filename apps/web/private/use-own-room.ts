import type { OwnRoom } from '@earshot/client/own-rooms';
import { useEffect, useState } from 'react';
import { hasOwnRoomsKey } from '../home/own-rooms-key.ts';
import { readStored } from '../ui/stored.ts';

/** The key of a private room, where it was made in this browser. */
export function useOwnRoom(room: string): OwnRoom | undefined {
  const [own, setOwn] = useState<OwnRoom>();
  useEffect(() => {
    if (!readStored(hasOwnRoomsKey)) return;
    let here = true;
    void import('@earshot/client/own-rooms')
      .then(({ ownRoom }) => ownRoom(room))
      .then((found) => here && setOwn(found));
    return () => {
      here = false;
    };
  }, [room]);
  return own;
}
