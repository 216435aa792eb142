import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Bytes, concat, expectWidth, slice, textBytes, uint32, viewOf } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import { type SigningKey, sign, verifyTail } from '../ed25519.ts';
import { generations, type KeyName, steps } from './key-name.ts';
import type { MemberCard } from './member-card.ts';

/** RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** A key that others seal to, new with each visit: who steals it later reads nothing from before. */
export interface SealingKey {
  /** 32 bytes. */
  readonly publicKey: Bytes;
  readonly keyPair: CryptoKeyPair;
}

/** A sender's key as it arrived. */
export interface OpenedKey extends KeyName {
  /** 32 bytes. */
  readonly baseKey: Bytes;
}

export const sealedKeyBytes = 152;

const version = 1;
const label = textBytes('earshot/1/sealed-key');

export async function newSealingKey(): Promise<SealingKey> {
  const keyPair = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', keyPair.publicKey));
  return { publicKey, keyPair };
}

interface Parcel {
  readonly from: MemberCard;
  readonly to: MemberCard;
  readonly signingKey: SigningKey;
  readonly key: OpenedKey;
  /** For known-answer vectors alone: the ephemeral key pair, else random. */
  readonly ephemeral?: CryptoKeyPair;
}

/**
 * Seals a base key to one member. Signed, since HPKE's base mode does not say from whom it comes.
 * @throws CryptoError `card_invalid` where nothing can be sealed to the member's key (RFC 7748, section 6.1)
 */
export async function sealKey({ from, to, signingKey, key, ephemeral }: Parcel): Promise<Bytes> {
  expectWidth(key.baseKey, 32, 'a base key');
  const header = new Uint8Array(8);
  const view = viewOf(header);
  view.setUint8(0, version);
  view.setUint8(1, key.step);
  view.setUint16(2, from.slot);
  view.setUint16(4, to.slot);
  view.setUint16(6, key.generation);
  const info = parcelInfo(from, to);
  const sender = await senderTo(to, { info, ...(ephemeral && { ekm: ephemeral }) });
  const sealed = await sender.seal(key.baseKey, header);
  const body = concat(header, new Uint8Array(sender.enc), new Uint8Array(sealed));
  return concat(body, await sign(signingKey, concat(info, body)));
}

async function senderTo({ sealingKey }: MemberCard, params: { info: Bytes; ekm?: CryptoKeyPair }) {
  try {
    const recipientPublicKey = await suite.kem.deserializePublicKey(sealingKey);
    return await suite.createSenderContext({ recipientPublicKey, ...params });
  } catch (cause) {
    throw new CryptoError('card_invalid', { cause });
  }
}

/**
 * @param from the card of the member whom the parcel's slot names @param to one's own card
 * @throws CryptoError `malformed`, `unsupported_version`, `signature_invalid`, or `wrong_key`
 */
export async function openKey(
  bytes: Uint8Array,
  { from, to, sealingKey }: { from: MemberCard; to: MemberCard; sealingKey: SealingKey },
): Promise<OpenedKey> {
  if (bytes.length !== sealedKeyBytes) throw new CryptoError('malformed');
  const own = slice(bytes, 0, sealedKeyBytes);
  const view = viewOf(own);
  if (view.getUint8(0) !== version) throw new CryptoError('unsupported_version');
  const key = { generation: view.getUint16(6), step: view.getUint8(1) };
  if (key.generation >= generations || key.step >= steps) throw new CryptoError('malformed');
  if (view.getUint16(2) !== from.slot || view.getUint16(4) !== to.slot) throw new CryptoError('wrong_key');
  const info = parcelInfo(from, to);
  if (!(await verifyTail(from.signingKey, info, own))) throw new CryptoError('signature_invalid');
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: sealingKey.keyPair,
      enc: slice(own, 8, 40),
      info,
    });
    const baseKey = new Uint8Array(await recipient.open(slice(own, 40, 88), slice(own, 0, 8)));
    return { ...key, baseKey };
  } catch (cause) {
    throw new CryptoError('wrong_key', { cause });
  }
}

/** Room, epoch, both members and both visits: a parcel fits nowhere else. */
function parcelInfo(from: MemberCard, to: MemberCard): Bytes {
  return concat(
    label,
    from.roomId,
    uint32(from.epoch),
    from.signingKey,
    from.visit,
    to.signingKey,
    to.sealingKey,
    to.visit,
  );
}
