import { type Bytes, concat, expectWidth, sha256, textBytes, uint32 } from '../bytes.ts';
import { type SigningKey, signingKeyFromSeed } from '../ed25519.ts';
import type { RoomMode, RoomRecord } from '../proof/record.ts';
import { hostBytes } from '../proof/transcript.ts';

/** Everything that follows from the room's secret. None of it can be read again. */
export interface RoomKeys {
  readonly roomId: Bytes;
  readonly epoch: number;
  /** Signs proofs; its public half is the verifier. */
  readonly auth: SigningKey;
  /** HMAC-SHA256, for member cards. */
  readonly memberMac: CryptoKey;
  /** HKDF, from which the keys of chat, files and reactions are derived. */
  readonly history: CryptoKey;
  /** HKDF, the same for names, topic and settings. */
  readonly meta: CryptoKey;
}

/** Which inputs there must be, and the byte that stands for it. */
const modes: Readonly<Record<RoomMode, { byte: number; password: boolean; link: boolean }>> = {
  password: { byte: 1, password: true, link: false },
  link: { byte: 2, password: false, link: true },
  both: { byte: 3, password: true, link: true },
};
const saltLabel = textBytes('earshot/1/salt');
const nothing = new Uint8Array(32);

/** Bound to the host: what is guessed against one server is of no use against another. @returns 32 bytes */
export async function roomSalt(
  host: string,
  { roomId, salt }: Pick<RoomRecord, 'roomId' | 'salt'>,
): Promise<Bytes> {
  expectWidth(roomId, 16, 'a room id');
  expectWidth(salt, 16, 'a salt');
  return sha256(saltLabel, hostBytes(host), roomId, salt);
}

interface RoomSecrets {
  readonly host: string;
  readonly record: Pick<RoomRecord, 'roomId' | 'salt' | 'epoch' | 'mode'>;
  /** What Argon2id made of the password, 32 bytes. */
  readonly stretched?: Uint8Array;
  /** What stood behind `#k=`, 32 bytes. */
  readonly linkSecret?: Uint8Array;
}

/** @throws TypeError where an input that the mode needs is missing, or one is given that it has no use for */
export async function deriveRoomKeys({
  host,
  record,
  stretched,
  linkSecret,
}: RoomSecrets): Promise<RoomKeys> {
  const { roomId, epoch } = record;
  const { byte, password, link } = modes[record.mode];
  if (password !== !!stretched || link !== !!linkSecret)
    throw new TypeError(`wrong inputs for ${record.mode}`);
  if (stretched) expectWidth(stretched, 32, 'a stretched password');
  if (linkSecret) expectWidth(linkSecret, 32, 'a link secret');
  const ikm = concat(new Uint8Array([byte]), stretched ?? nothing, linkSecret ?? nothing);
  const root = await crypto.subtle.importKey('raw', ikm, 'HKDF', false, ['deriveBits']);
  ikm.fill(0);
  const salt = await roomSalt(host, record);
  const expand = async (label: string) => {
    const info = concat(textBytes(`earshot/1/${label}\0`), roomId, uint32(epoch));
    return new Uint8Array(
      await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, root, 256),
    );
  };
  const seed = await expand('auth');
  const auth = await signingKeyFromSeed(seed);
  seed.fill(0);
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const mac = await expand('member-mac');
  const memberMac = await crypto.subtle.importKey('raw', mac, hmac, false, ['sign', 'verify']);
  mac.fill(0);
  const history = await hkdfKey(await expand('history'));
  const meta = await hkdfKey(await expand('meta'));
  return { roomId, epoch, auth, memberMac, history, meta };
}

/** Takes the bytes over: they are gone afterwards. */
async function hkdfKey(bytes: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);
  bytes.fill(0);
  return key;
}
