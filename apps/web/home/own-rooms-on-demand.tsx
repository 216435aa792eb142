'use client';

import { interpreter } from '../i18n/language.ts';
import { useCalm } from '../ui/calm.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { useStored } from '../ui/stored.ts';
import { hasOwnRoomsKey } from './own-rooms-key.ts';

const OwnRooms = onDemand(
  () =>
    Promise.all([import('../private/own-rooms.tsx'), interpreter.whole()]).then(([file]) => file.OwnRooms),
  null,
);

/** The private rooms that were made in this browser, where there are any. */
export function OwnRoomsInTime() {
  const [some] = useStored(hasOwnRoomsKey);
  const calm = useCalm();
  return some && calm ? <OwnRooms /> : null;
}
