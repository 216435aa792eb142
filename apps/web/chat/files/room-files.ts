import type { Room, RoomFiles } from '@earshot/client';

/** The files of a room, where its client can carry them. */
export function roomFiles(room: Room): RoomFiles | undefined {
  return (room as Room & { files?: RoomFiles }).files;
}
