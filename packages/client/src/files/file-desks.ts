import type { Clock } from '@earshot/lifetime';
import type { Engine } from '../engine.ts';
import { FileDesk } from './file-desk.ts';

/** Rooms whose files are remembered; beyond it the one that was entered longest ago is forgotten. */
const maxRooms = 8;

/** By what runs the rooms, and by the room: nothing that was offered in one can be fetched in another. */
const desks = new WeakMap<Engine, Map<string, FileDesk>>();

/** The same desk each time a room is entered with the same engine, so that files outlive a lost connection. */
export function fileDesk(engine: Engine, room: string, clock: Clock): FileDesk {
  const rooms = desks.get(engine) ?? new Map<string, FileDesk>();
  desks.set(engine, rooms);
  const desk = rooms.get(room) ?? new FileDesk({ clock });
  rooms.delete(room);
  rooms.set(room, desk);
  if (rooms.size > maxRooms) rooms.delete(rooms.keys().next().value as string);
  return desk;
}
