import type { SigningKey } from '@earshot/crypto';
import type { ResumeTicket } from '@earshot/protocol';
import type { Engine } from '../engine.ts';

/** What makes it quick to come back into a private room. In memory only. */
export interface Visit {
  /** Since a ticket is good for one key. */
  readonly signingKey: SigningKey;
  ticket?: ResumeTicket;
  /** What Argon2id made of a password, with this salt. */
  stretched?: { readonly password: string; readonly salt: string; readonly key: Uint8Array<ArrayBuffer> };
}

/** Rooms that are remembered; beyond it the one that was entered longest ago is forgotten. */
const maxRooms = 8;

const visits = new WeakMap<Engine, Map<string, Visit>>();

/** The visit to a room with this engine, on this server; made where there was none. */
export async function visitTo(
  engine: Engine,
  { host, room }: { host: string; room: string },
  signingKey: () => Promise<SigningKey>,
): Promise<Visit> {
  const rooms = visits.get(engine) ?? new Map<string, Visit>();
  visits.set(engine, rooms);
  const place = `${host} ${room}`;
  const visit = rooms.get(place) ?? { signingKey: await signingKey() };
  rooms.delete(place);
  rooms.set(place, visit);
  if (rooms.size > maxRooms) rooms.delete(rooms.keys().next().value as string);
  return visit;
}
