import { newSigningKey, type SigningKey } from '@earshot/crypto';
import type { ResumeTicket } from '@earshot/protocol';
import type { Engine } from '../engine.ts';
import { base64url } from '../identity/base64url.ts';
import type { RoomSecret } from './room-secret.ts';

/** What makes it quick to come back into a private room. In memory only. */
export interface Visit {
  /** Since a ticket is good for one key. */
  readonly signingKey: SigningKey;
  ticket?: ResumeTicket;
  /** What Argon2id made of a password, with this salt. */
  stretched?: { readonly password: string; readonly salt: string; readonly key: Uint8Array<ArrayBuffer> };
  /** The newest that was shown of the room. */
  shownEpoch?: number;
  /** What the server last called right. */
  proved?: { readonly epoch: number; readonly secret: RoomSecret };
}

/** Rooms that are remembered; beyond it the one that was entered longest ago is forgotten. */
const maxRooms = 8;

const visits = new WeakMap<Engine, Map<string, Visit>>();

/** A ticket is of the key that it was given to; the rest of what is known is nobody's. */
async function newVisit(
  own: SigningKey | undefined,
  { stretched, shownEpoch, proved }: Partial<Visit> = {},
): Promise<Visit> {
  return {
    signingKey: own ?? (await newSigningKey()),
    ...(stretched && { stretched }),
    ...(shownEpoch && { shownEpoch }),
    ...(proved && { proved }),
  };
}

function sameKey(one: SigningKey, other: SigningKey): boolean {
  return base64url(one.publicKey) === base64url(other.publicKey);
}

/**
 * The visit to a room with this engine, on this server; made where there was none.
 * @param own the key that one is known by; undefined: one for the visit
 */
export async function visitTo(
  engine: Engine,
  { host, room }: { host: string; room: string },
  own: SigningKey | undefined,
): Promise<Visit> {
  const rooms = visits.get(engine) ?? new Map<string, Visit>();
  visits.set(engine, rooms);
  const place = `${host} ${room}`;
  const known = rooms.get(place);
  const visit = known && (!own || sameKey(own, known.signingKey)) ? known : await newVisit(own, known);
  rooms.delete(place);
  rooms.set(place, visit);
  if (rooms.size > maxRooms) rooms.delete(rooms.keys().next().value as string);
  return visit;
}

/** Whether this secret was right at an epoch before this one. */
export function wasRight(
  { proved }: Visit,
  { secret, before }: { secret: RoomSecret | undefined; before: number },
): boolean {
  if (!proved || proved.epoch >= before) return false;
  const text = ({ password, linkKey }: RoomSecret = {}) =>
    JSON.stringify([password, linkKey && base64url(linkKey)]);
  return text(proved.secret) === text(secret);
}
