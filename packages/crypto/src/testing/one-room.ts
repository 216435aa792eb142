import type { Bytes } from '../bytes.ts';
import { newSigningKey, type SigningKey, signingKeyFromSeed } from '../ed25519.ts';
import { deriveRoomKeys, type RoomKeys } from '../keys/key-schedule.ts';
import { type MemberCard, makeCard } from '../members/member-card.ts';
import { newSealingKey, type SealingKey } from '../members/sealed-key.ts';
import { roomIdOf } from '../proof/room-id.ts';
import { counting } from './hex.ts';

export const host = 'talk.example';

/** The keys of a room behind a link; the same for the same secret. */
export async function roomKeys(linkSecret: Bytes = counting(1, 32), epoch = 1): Promise<RoomKeys> {
  const owner = await signingKeyFromSeed(counting(99, 32));
  const roomId = await roomIdOf(owner.publicKey);
  const record = { roomId, salt: counting(7, 16), epoch, mode: 'link' } as const;
  return deriveRoomKeys({ host, record, linkSecret });
}

export interface TestMember {
  readonly card: MemberCard;
  readonly signingKey: SigningKey;
  readonly sealingKey: SealingKey;
}

export async function member(room: RoomKeys, slot: number): Promise<TestMember> {
  const signingKey = await newSigningKey();
  const sealingKey = await newSealingKey();
  const visit = counting(slot, 16);
  const card = await makeCard({ room, slot, visit, signingKey, sealingKey: sealingKey.publicKey });
  return { card, signingKey, sealingKey };
}
