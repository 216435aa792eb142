import { type Bytes, concat, slice, textBytes, uint32, viewOf } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import { type SigningKey, sign, verifyTail } from '../ed25519.ts';
import { generations, type KeyName, steps } from './key-name.ts';
import type { MemberCard } from './member-card.ts';

export const stepNoticeBytes = 72;

const version = 1;
const label = textBytes('earshot/1/step');

/** Tells the members who hold a key already that it is ratcheted to this step: signed, and never guessed. */
export async function announceStep(from: MemberCard, signingKey: SigningKey, key: KeyName): Promise<Bytes> {
  const body = new Uint8Array(8);
  const view = viewOf(body);
  view.setUint8(0, version);
  view.setUint8(1, key.step);
  view.setUint16(2, from.slot);
  view.setUint16(4, key.generation);
  return concat(body, await sign(signingKey, concat(noticeLabel(from), body)));
}

/** @throws CryptoError `malformed`, `unsupported_version`, `wrong_key` or `signature_invalid` */
export async function readStep(bytes: Uint8Array, from: MemberCard): Promise<KeyName> {
  if (bytes.length !== stepNoticeBytes) throw new CryptoError('malformed');
  const own = slice(bytes, 0, stepNoticeBytes);
  const view = viewOf(own);
  if (view.getUint8(0) !== version) throw new CryptoError('unsupported_version');
  const key = { generation: view.getUint16(4), step: view.getUint8(1) };
  if (key.generation >= generations || key.step >= steps || view.getUint16(6) !== 0) {
    throw new CryptoError('malformed');
  }
  if (view.getUint16(2) !== from.slot) throw new CryptoError('wrong_key');
  if (!(await verifyTail(from.signingKey, noticeLabel(from), own)))
    throw new CryptoError('signature_invalid');
  return key;
}

function noticeLabel(from: MemberCard): Bytes {
  return concat(label, from.roomId, uint32(from.epoch), from.signingKey, from.visit);
}
