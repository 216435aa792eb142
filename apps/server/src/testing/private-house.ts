import { createHash, randomBytes } from 'node:crypto';
import {
  encodeRecordSecret,
  type JoinTranscript,
  privateRoomName,
  type RoomRecord,
  signProof,
  signRecord,
  solveJoinPuzzle,
} from '@earshot/crypto/proof';
import type { JoinParams, PrivateChallenge, PrivateProof } from '@earshot/protocol';
import { KeyHolder } from './key-holder.ts';
import type { SignalingClient } from './signaling-client.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** A proof in the right form, and of nothing. */
export const someProof: PrivateProof = {
  epoch: 1,
  signingKey: new KeyHolder().key,
  sealingKey: text(new Uint8Array(32)),
  counter: text(new Uint8Array(8)),
  signature: text(new Uint8Array(64)),
};

type SigningKey = Parameters<typeof signRecord>[0];

async function newSigningKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('publicKey' in pair)) throw new Error('one key where two belong');
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { publicKey, privateKey: pair.privateKey };
}

/** A private room, as its owner and all who know its secret have it. The secret changes with `change`. */
export class PrivateHouse {
  readonly name: string;
  readonly owner: SigningKey;
  record: RoomRecord;
  /** What proofs are signed with. */
  auth: SigningKey;
  params: { record: string; recordSecret: string };

  private constructor(owner: SigningKey, signed: Signed) {
    this.owner = owner;
    this.name = privateRoomName(signed.record.roomId);
    this.record = signed.record;
    this.auth = signed.auth;
    this.params = signed.params;
  }

  static async make(): Promise<PrivateHouse> {
    const owner = await newSigningKey();
    return new PrivateHouse(owner, await signed(owner, { epoch: 1 }));
  }

  /** A record of the same owner; nothing of this one changes. */
  signed(change: Change): Promise<Signed> {
    return signed(this.owner, change);
  }

  /** Another secret, of the next epoch. */
  async change(): Promise<Pick<PrivateHouse, 'params'>> {
    const next = await this.signed({ epoch: this.record.epoch + 1 });
    Object.assign(this, { record: next.record, auth: next.auth, params: next.params });
    return next;
  }

  /** Makes it on the server, and whoever holds the key its host. */
  async put(client: SignalingClient, holder = new KeyHolder()): Promise<KeyHolder> {
    const identity = await holder.proof(client, { room: this.name });
    await client.request('putPrivateRoom', { ...this.params, identity });
    return holder;
  }

  /** Answers a challenge. @param change What is made wrong in what is signed. */
  async prove(
    client: Pick<SignalingClient, 'host' | 'nonce'>,
    asked: PrivateChallenge,
    { auth = this.auth, signingKey = new KeyHolder().key, change = {} }: Answer = {},
  ): Promise<PrivateProof> {
    const nonce = Uint8Array.from(Buffer.from(asked.nonce, 'base64url'));
    const bits = asked.bits;
    const counter = bits === 0 ? 0 : await solveJoinPuzzle({ nonce, bits }, { sha256 });
    const transcript: JoinTranscript = {
      host: client.host,
      roomId: this.record.roomId,
      epoch: this.record.epoch,
      nonce,
      connectionId: Uint8Array.from(sha256(Buffer.from(await client.nonce)).subarray(0, 16)),
      signingKey: Uint8Array.from(Buffer.from(signingKey, 'base64url')),
      sealingKey: new Uint8Array(32).fill(7),
      counter,
      ...change,
    };
    const counterBytes = Buffer.alloc(8);
    counterBytes.writeBigUInt64BE(BigInt(counter));
    return {
      epoch: this.record.epoch,
      signingKey,
      sealingKey: text(new Uint8Array(32).fill(7)),
      counter: text(counterBytes),
      signature: text(await signProof(auth, transcript)),
    };
  }

  /** Asks, answers and comes in. */
  async enter(
    client: SignalingClient,
    { ticket, params, ...answer }: Answer & { ticket?: string; params?: Partial<JoinParams> } = {},
  ) {
    const asked = await client.request('challenge', { room: this.name, ...(ticket && { ticket }) });
    const proof = await this.prove(client, asked, answer);
    return client.join(this.name, { proof, card: 'card', ...params });
  }
}

interface Change {
  epoch: number;
  expiresAtMs?: number;
}

interface Signed {
  record: RoomRecord;
  auth: SigningKey;
  params: { record: string; recordSecret: string };
}

export interface Answer {
  auth?: SigningKey;
  signingKey?: string;
  change?: Partial<JoinTranscript>;
}

async function signed(owner: SigningKey, { epoch, expiresAtMs = 4e12 }: Change): Promise<Signed> {
  const auth = await newSigningKey();
  const made = await signRecord(owner, {
    mode: 'password',
    epoch,
    expiresAtMs,
    salt: randomBytes(16),
    verifier: auth.publicKey,
  });
  const { record, secret } = made;
  const params = { record: text(record.bytes), recordSecret: text(encodeRecordSecret(secret)) };
  return { record, auth, params };
}
