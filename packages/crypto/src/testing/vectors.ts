import { stretchPassword } from '../argon2/stretch.ts';
import { type Bytes, concat, textBytes } from '../bytes.ts';
import { ReactionTokens } from '../data/reaction-token.ts';
import { DataSealer } from '../data/sealed-data.ts';
import { signingKeyFromSeed } from '../ed25519.ts';
import { deriveRoomKeys, type RoomKeys, roomSalt } from '../keys/key-schedule.ts';
import { passwordBytes } from '../keys/password.ts';
import { MediaSealer } from '../media/media-sealer.ts';
import { ratchetBaseKey } from '../media/ratchet.ts';
import { importBaseKey } from '../media/sframe.ts';
import { type MemberCard, makeCard } from '../members/member-card.ts';
import { personSafetyNumber, roomSafetyNumber } from '../members/safety-number.ts';
import { type SealingKey, sealKey } from '../members/sealed-key.ts';
import { announceStep } from '../members/step-notice.ts';
import { signProof } from '../proof/proof.ts';
import { solveJoinPuzzle } from '../proof/puzzle.ts';
import { encodeStoredRecord, signRecord } from '../proof/record.ts';
import { privateRoomName, roomIdOf } from '../proof/room-id.ts';
import { joinTranscript } from '../proof/transcript.ts';
import { counting, hex } from './hex.ts';

/** Everything that the vectors start from; the page names the same. */
export const given = {
  host: 'talk.example',
  password: 'correct horse battery staple',
  ownerSeed: counting(0x00, 32),
  linkSecret: counting(0x20, 32),
  salt: counting(0x40, 16),
  opening: counting(0x60, 32),
  epoch: 1,
  expiresAtMs: 1_900_000_000_000,
  nonce: counting(0x80, 32),
  connectionId: counting(0xa0, 16),
  bits: 12,
  annaSeed: counting(0xb0, 32),
  annaSealingSeed: counting(0xc0, 32),
  bobSeed: counting(0xd0, 32),
  bobSealingSeed: counting(0xe0, 32),
  ephemeralSeed: counting(0xf0, 32),
  baseKey: counting(0x11, 32),
  stream: counting(0x31, 16),
  opus: counting(0x51, 40),
  vp8KeyFrame: counting(0x10, 60),
  messageId: 'm1',
} as const;

/** What stands before the 32 bytes of an X25519 private key in PKCS#8 (RFC 8410, section 7). */
const pkcs8Prefix = new Uint8Array([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32]);

async function sealingKeyFromSeed(seed: Bytes): Promise<SealingKey> {
  const pkcs8 = concat(pkcs8Prefix, seed);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', true, ['deriveBits']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', privateKey);
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'));
  const imported = await crypto.subtle.importKey('raw', publicKey, 'X25519', true, []);
  return { publicKey, keyPair: { privateKey, publicKey: imported } };
}

export async function vectorMembers(room: RoomKeys) {
  const of = async (slot: number, seed: Bytes, sealingSeed: Bytes) => {
    const signingKey = await signingKeyFromSeed(seed);
    const sealingKey = await sealingKeyFromSeed(sealingSeed);
    const visit = counting(slot, 16);
    const card = await makeCard({ room, slot, visit, signingKey, sealingKey: sealingKey.publicKey });
    return { card, signingKey, sealingKey };
  };
  const anna = await of(5, given.annaSeed, given.annaSealingSeed);
  const bob = await of(700, given.bobSeed, given.bobSealingSeed);
  return { anna, bob };
}

/** The room of the vectors, entered by password and link. */
export async function vectorRoom() {
  const owner = await signingKeyFromSeed(given.ownerSeed);
  const roomId = await roomIdOf(owner.publicKey);
  const { host, linkSecret, salt, epoch } = given;
  const kdfSalt = await roomSalt(host, { roomId, salt });
  const stretched = await stretchPassword(passwordBytes(given.password), kdfSalt);
  const record = { roomId, salt, epoch };
  const room = await deriveRoomKeys({ host, record: { ...record, mode: 'both' }, stretched, linkSecret });
  const byPassword = await deriveRoomKeys({ host, record: { ...record, mode: 'password' }, stretched });
  const byLink = await deriveRoomKeys({ host, record: { ...record, mode: 'link' }, linkSecret });
  return { owner, roomId, kdfSalt, stretched, room, byPassword, byLink };
}

/** What follows from `given`, in hexadecimal. */
export async function computeVectors() {
  const { owner, roomId, kdfSalt, stretched, room, byPassword, byLink } = await vectorRoom();
  const { host, salt, epoch, expiresAtMs, opening, nonce, connectionId, bits } = given;
  const verifier = room.auth.publicKey;
  const signed = await signRecord(owner, { mode: 'both', epoch, expiresAtMs, salt, verifier, opening });
  const { anna, bob } = await vectorMembers(room);
  const counter = await solveJoinPuzzle({ nonce, bits });
  const { signingKey, sealingKey } = anna.card;
  const transcript = { host, roomId, epoch, nonce, connectionId, signingKey, sealingKey, counter };
  const key = { generation: 3, step: 2, baseKey: given.baseKey };
  const parcel = { from: anna.card, to: bob.card, signingKey: anna.signingKey, key };
  const ephemeral = (await sealingKeyFromSeed(given.ephemeralSeed)).keyPair;
  const sealer = new MediaSealer(anna.card.slot);
  const baseKey = await importBaseKey(given.baseKey);
  sealer.use(key, baseKey);
  const data = new DataSealer(room, room.history, { signingKey: anna.signingKey, stream: given.stream });
  const keys = [anna.card.signingKey, bob.card.signingKey];
  return {
    room: { ownerKey: hex(owner.publicKey), id: hex(roomId), name: privateRoomName(roomId) },
    keys: {
      kdfSalt: hex(kdfSalt),
      stretched: hex(stretched),
      verifierOfBoth: hex(verifier),
      verifierOfPassword: hex(byPassword.auth.publicKey),
      verifierOfLink: hex(byLink.auth.publicKey),
    },
    storedRecord: hex(encodeStoredRecord(signed.record, signed.secret)),
    proof: {
      counter,
      transcript: hex(await joinTranscript(transcript)),
      signature: hex(await signProof(room.auth, transcript)),
    },
    annaCard: cardHex(anna.card),
    bobCard: cardHex(bob.card),
    sealedKey: hex(await sealKey({ ...parcel, ephemeral })),
    stepNotice: hex(await announceStep(anna.card, anna.signingKey, key)),
    media: {
      microphone: hex(await sealer.seal(0, 'opus', given.opus)),
      camera: hex(await sealer.seal(1, 'vp8', given.vp8KeyFrame)),
      ratcheted: hex(await ratchetBaseKey(baseKey)),
    },
    chat: hex(await data.seal('chat', textBytes('good evening'), textBytes(given.messageId))),
    reaction: hex(await (await ReactionTokens.of(room)).seal(given.messageId, '👍')),
    safetyNumbers: {
      room: await roomSafetyNumber(roomId, keys),
      anna: await personSafetyNumber(keys[0] as Bytes),
    },
  };
}

const cardHex = ({ bytes }: MemberCard) => hex(bytes);
