import { encodeRecordSecret, newLinkSecret, type RoomMode, roomIdOf, signRecord } from '@earshot/crypto';
import { systemClock } from '@earshot/lifetime';
import {
  type Params,
  type PuzzleSolution,
  type RoomMeta,
  RpcError,
  type ServerMethods,
} from '@earshot/protocol';
import type { Engine } from '../engine.ts';
import { base64url } from '../identity/base64url.ts';
import type { Identity } from '../identity/identity.ts';
import { joinProof } from '../identity/join-proof.ts';
import type { SignalingLink } from '../signaling-link.ts';
import { EntryError } from './entry-error.ts';
import { sealMeta } from './open-meta.ts';
import { roomKeysOf } from './room-keys-of.ts';
import type { RoomOwner } from './room-owner.ts';
import type { EnteringStep, RoomSecret } from './room-secret.ts';

export interface RecordWish {
  /** What it takes to come in. A secret link's key is drawn at random here. */
  mode: RoomMode;
  /** With `password` and `both`. */
  password?: string;
  /** What the room is called and about, for those inside. */
  meta: RoomMeta;
  /** Calls back while the key is worked out of the password. */
  onEntering?: (step: EnteringStep) => void;
  signal?: AbortSignal;
}

interface Putting extends RecordWish {
  link: SignalingLink;
  host: string;
  engine: Engine;
  owner: RoomOwner;
  epoch: number;
  /** To make the room: whose it is. */
  identity?: Identity | Promise<Identity | undefined> | undefined;
}

/** A server that goes on asking after so many puzzles does not want the room. */
const maxPuzzles = 4;

/** Rooms that are used go on for as long as anybody thinks ahead. */
const validForMs = 10 * 365 * 86_400_000;

/** Signs a new record of a room and gives it to the server. @returns what opens the room from now on */
export async function putRecord(options: Putting): Promise<RoomSecret> {
  const { link, host, engine, owner, mode, password, epoch, meta, onEntering, signal } = options;
  const encryption = await engine.encryption?.();
  if (!encryption) throw new EntryError('encryption_unsupported');
  const secret: RoomSecret = {
    ...(mode !== 'link' && password !== undefined && { password }),
    ...(mode !== 'password' && { linkKey: newLinkSecret() }),
  };
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const roomId = await roomIdOf(owner.key.publicKey);
  const keys = await roomKeysOf({
    host,
    record: { roomId, salt, epoch, mode },
    secret,
    encryption,
    onEntering,
    signal,
  });
  const { record, secret: recordSecret } = await signRecord(owner.key, {
    mode,
    epoch,
    expiresAtMs: systemClock.wallMs() + validForMs,
    salt,
    verifier: keys.auth.publicKey,
  });
  const { room } = owner;
  await link.opened;
  const identity = await joinProof({
    identity: options.identity,
    nonce: link.nonce,
    opened: link.opened,
    needed: true,
    host,
    room,
    clock: systemClock,
  });
  const params = {
    record: base64url(record.bytes),
    recordSecret: base64url(encodeRecordSecret(recordSecret)),
    sealedMeta: await sealMeta(meta, keys),
    ...(identity && { identity }),
  };
  await ask(params, { link, engine, signal });
  await encryption.epochs.saw(room, epoch);
  return secret;
}

type PutParams = Params<ServerMethods, 'putPrivateRoom'>;

/** With the work that a busy server asks for. */
async function ask(
  params: PutParams,
  { link, engine, signal }: { link: SignalingLink; engine: Engine; signal: AbortSignal | undefined },
): Promise<void> {
  let solution: PuzzleSolution | undefined;
  for (let puzzles = 0; ; puzzles += 1) {
    try {
      await link.request('putPrivateRoom', { ...params, ...(solution && { solution }) });
      return;
    } catch (error) {
      const puzzle = error instanceof RpcError ? error.puzzle : undefined;
      if (!puzzle || puzzles >= maxPuzzles) throw error;
      solution = await engine.solvePuzzle(puzzle, { signal });
    }
  }
}
