import { createStore, del, entries, get, set } from 'idb-keyval';
import type { RoomOwner } from '../private/room-owner.ts';

/** A private room that was made in this browser. The private half of its key cannot be read, only used. */
export interface OwnRoom extends RoomOwner {
  /** As its maker called it. */
  readonly name: string;
  readonly topic: string;
  readonly mode: 'password' | 'link' | 'both';
  /** Milliseconds since the Unix epoch. */
  readonly madeAtMs: number;
}

let opened: ReturnType<typeof createStore> | undefined;
function store(): ReturnType<typeof createStore> {
  opened ??= createStore('earshot-own-rooms', 'rooms');
  return opened;
}

/** The private rooms that this browser can change, the newest first; none where IndexedDB gives nothing. */
export async function ownRooms(): Promise<readonly OwnRoom[]> {
  const all = await entries<string, OwnRoom>(store()).catch(() => []);
  return all.map(([, room]) => room).sort((one, other) => other.madeAtMs - one.madeAtMs);
}

export async function ownRoom(room: string): Promise<OwnRoom | undefined> {
  return get<OwnRoom>(room, store()).catch(() => undefined);
}

/** Rejects where this browser keeps nothing: then the room cannot be changed later. */
export function keepOwnRoom(room: OwnRoom): Promise<void> {
  return set(room.room, room, store());
}

export function forgetOwnRoom(room: string): Promise<void> {
  return del(room, store());
}
