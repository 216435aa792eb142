import {
  type MemberCard,
  makeCard,
  newSealingKey,
  privateLimits,
  type RoomKeys,
  type SealingKey,
  type SigningKey,
} from '@earshot/crypto';
import { type Clock, withDeadline } from '@earshot/lifetime';
import { isPrivateRoom, type JoinParams, type JoinResult } from '@earshot/protocol';
import { base64url, fromBase64url } from '../identity/base64url.ts';
import type { JoinOptions } from '../room.ts';
import type { SignalingLink } from '../signaling-link.ts';
import { answerChallenge } from './answer-challenge.ts';
import { EntryError } from './entry-error.ts';
import { entryErrorOf, type Seen } from './entry-error-of.ts';
import { linkRoomKeys } from './link-room.ts';
import { openMeta } from './open-meta.ts';
import { RoomEncryption } from './room-encryption.ts';
import { type Visit, visitTo, wasRight } from './visit-memory.ts';

/** As with any proof of a key. */
const ownKeyWithinMs = 1_000;

interface EntryOptions {
  options: JoinOptions;
  host: string;
  link: SignalingLink;
  clock: Clock;
}

/** A room that is about to be joined, with all that is secret about it. */
export interface Entry {
  /** What goes along with `join`. */
  readonly params: Pick<JoinParams, 'proof' | 'card'>;
  /** The server let one in. */
  entered(join: JoinResult): Promise<RoomEncryption>;
  /** It did not, or something else went wrong. @returns why, in the words of encrypted rooms */
  failed(error: unknown): unknown;
}

/** Everything up to `join`. @throws EntryError, RpcError, the signal's reason */
export async function enterEncrypted({ options, host, link, clock }: EntryOptions): Promise<Entry> {
  const { engine, room, secret, signal, onEntering, keyMemory } = options;
  const encryption = await engine.encryption?.();
  if (!encryption || !globalThis.crypto?.subtle) throw new EntryError('encryption_unsupported');
  const frames = encryption.openFrames?.();
  let seen: Seen = {};
  const failed = (error: unknown) => {
    frames?.close();
    return entryErrorOf(error, seen);
  };
  try {
    await link.opened;
    const visit = await visitTo(engine, { host, room }, await ownKey(options.identity, clock));
    const sealingKey = await newSealingKey();
    const common = { room, host, link, clock, encryption, visit, sealingKey };
    const isPrivate = isPrivateRoom(room);
    const answer = isPrivate
      ? await answerChallenge({ ...common, secret, signal, onEntering })
      : {
          keys: await linkRoomKeys({ ...common, linkKey: secret?.linkKey }),
          proof: undefined,
          mode: undefined,
        };
    const { keys, proof, mode } = answer;
    if (mode) seen = { mode, isChanged: wasRight(visit, { secret, before: keys.epoch }) };
    const card = await newCard(keys, { visit, sealingKey });
    onEntering?.({ at: 'joining' });
    return {
      params: { ...(proof && { proof }), card: base64url(card.bytes) },
      failed,
      entered: async (join) => {
        if (join.private) visit.ticket = join.private.ticket;
        if (isPrivate) await encryption.epochs.saw(room, keys.epoch);
        if (isPrivate && secret) visit.proved = { epoch: keys.epoch, secret };
        const entered = new RoomEncryption({
          kind: isPrivate ? 'private' : 'encrypted',
          keys,
          own: { cards: [card], signingKey: visit.signingKey, sealingKey },
          meta: await openMeta(join.private?.sealedMeta, keys),
          frames,
          openLevels: encryption.openLevels,
          memory: keyMemory,
          clock,
          // The same way, over the connection that there is.
          proveAgain: async (next, step) => {
            const again = await answerChallenge({ ...common, secret: next, onEntering: step });
            const renewed = await newCard(again.keys, { visit, sealingKey, before: card });
            const proved = await link.request('prove', {
              proof: again.proof,
              card: base64url(renewed.bytes),
            });
            visit.ticket = proved.ticket;
            visit.proved = { epoch: again.keys.epoch, secret: next };
            await encryption.epochs.saw(room, again.keys.epoch);
            return { keys: again.keys, card: renewed, meta: await openMeta(proved.sealedMeta, again.keys) };
          },
        });
        await entered.admit(join.members);
        return entered;
      },
    };
  } catch (error) {
    throw failed(error);
  }
}

/** @param before one's card of the password before: it is the same visit */
function newCard(
  room: RoomKeys,
  { visit, sealingKey, before }: { visit: Visit; sealingKey: SealingKey; before?: MemberCard },
): Promise<MemberCard> {
  const [random = 0] = crypto.getRandomValues(new Uint16Array(1));
  return makeCard({
    room,
    // Only marks one's frames: two members may have the same, since each is opened with their own keys.
    slot: before?.slot ?? random % privateLimits.slots,
    visit: before?.visit ?? crypto.getRandomValues(new Uint8Array(16)),
    signingKey: visit.signingKey,
    sealingKey: sealingKey.publicKey,
  });
}

/** The browser's own key, where it can be used and does not keep one waiting. */
export async function ownKey(
  identity: JoinOptions['identity'],
  clock: Clock,
): Promise<SigningKey | undefined> {
  const waiting = { what: 'the own key', limitMs: ownKeyWithinMs, clock };
  const own = await withDeadline(Promise.resolve(identity), waiting).catch(() => undefined);
  return own?.privateKey && { publicKey: fromBase64url(own.key), privateKey: own.privateKey };
}
