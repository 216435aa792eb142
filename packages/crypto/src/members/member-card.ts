import { type Bytes, concat, expectWidth, slice, textBytes, viewOf } from '../bytes.ts';
import { constantTimeEqual } from '../constant-time-equal.ts';
import { CryptoError } from '../crypto-error.ts';
import { type SigningKey, sign, verify } from '../ed25519.ts';
import type { RoomKeys } from '../keys/key-schedule.ts';
import { privateLimits } from '../limits.ts';

/** Who a member is in this visit, said so that the server can neither make nor change it. */
export interface MemberCard {
  /** 0 to 1,023, at random: media is marked with it. Two members may have the same. */
  readonly slot: number;
  readonly epoch: number;
  readonly roomId: Bytes;
  /** 16 random bytes of this visit. */
  readonly visit: Bytes;
  /** Ed25519, 32 bytes. */
  readonly signingKey: Bytes;
  /** X25519, 32 bytes, new with each visit. */
  readonly sealingKey: Bytes;
  /** The 200 bytes that all of this was read from. */
  readonly bytes: Bytes;
}

export const cardBytes = 200;

const version = 1;
const signLabel = textBytes('earshot/1/card');
const macLabel = textBytes('earshot/1/card-mac');

interface NewCard {
  readonly room: RoomKeys;
  readonly slot: number;
  readonly visit: Uint8Array;
  readonly signingKey: SigningKey;
  readonly sealingKey: Uint8Array;
}

/** Signed, so that nobody uses another's key as theirs; then with a MAC, so that only members make cards. */
export async function makeCard({ room, slot, visit, signingKey, sealingKey }: NewCard): Promise<MemberCard> {
  expectWidth(visit, 16, 'a visit');
  expectWidth(sealingKey, 32, 'a sealing key');
  if (!Number.isInteger(slot) || slot < 0 || slot >= privateLimits.slots) throw new TypeError('not a slot');
  const body = new Uint8Array(104);
  const view = viewOf(body);
  view.setUint8(0, version);
  view.setUint16(2, slot);
  view.setUint32(4, room.epoch);
  body.set(room.roomId, 8);
  body.set(visit, 24);
  body.set(signingKey.publicKey, 40);
  body.set(sealingKey, 72);
  const signed = concat(body, await sign(signingKey, concat(signLabel, body)));
  const mac = await crypto.subtle.sign('HMAC', room.memberMac, concat(macLabel, signed));
  return parse(concat(signed, new Uint8Array(mac)));
}

/**
 * Reads somebody's card, for this room and its present epoch.
 * @throws CryptoError `malformed`, `unsupported_version`, or `card_invalid`
 */
export async function readCard(
  bytes: Uint8Array,
  room: Pick<RoomKeys, 'roomId' | 'epoch' | 'memberMac'>,
): Promise<MemberCard> {
  if (bytes.length !== cardBytes) throw new CryptoError('malformed');
  const own = slice(bytes, 0, cardBytes);
  // HMAC first: it is cheap, and whoever fails it knows nothing of this room.
  const mac = slice(own, 168, cardBytes);
  const signed = own.subarray(0, 168);
  if (!(await crypto.subtle.verify('HMAC', room.memberMac, mac, concat(macLabel, signed)))) {
    throw new CryptoError('card_invalid');
  }
  const card = parse(own);
  const ours = constantTimeEqual(card.roomId, room.roomId) && card.epoch === room.epoch;
  const statement = concat(signLabel, own.subarray(0, 104));
  if (!ours || !(await verify(card.signingKey, statement, slice(own, 104, 168)))) {
    throw new CryptoError('card_invalid');
  }
  return card;
}

function parse(bytes: Bytes): MemberCard {
  const view = viewOf(bytes);
  if (view.getUint8(0) !== version) throw new CryptoError('unsupported_version');
  const slot = view.getUint16(2);
  if (slot >= privateLimits.slots || view.getUint8(1) !== 0) throw new CryptoError('card_invalid');
  return {
    slot,
    epoch: view.getUint32(4),
    roomId: slice(bytes, 8, 24),
    visit: slice(bytes, 24, 40),
    signingKey: slice(bytes, 40, 72),
    sealingKey: slice(bytes, 72, 104),
    bytes,
  };
}
