import { isPrivateRoom } from '@earshot/protocol';
import { roomPath } from '../home/room-link.ts';

/** What a room is called, and the way to it. The handle of a private one leads nowhere. */
export function RoomName({ room }: { room: string }) {
  if (isPrivateRoom(room)) return <bdi className="break-all font-mono text-base">{room}</bdi>;
  return (
    <a href={roomPath(room)} target="_blank" rel="noopener" className="underline wrap-anywhere">
      <bdi>{room}</bdi>
    </a>
  );
}
