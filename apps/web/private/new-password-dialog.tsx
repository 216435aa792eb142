'use client';

import { useInside } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { NewSecret } from './new-secret.tsx';
import { useOwnRoom } from './use-own-room.ts';

/** Changes the secret of the room one is in. */
export function NewPasswordDialog({ onClose }: { onClose: () => void }) {
  const { room } = useRoomAccess();
  const inside = useInside();
  const own = useOwnRoom(room);
  return own ? <NewSecret own={own} room={inside.room} onClose={onClose} /> : null;
}
