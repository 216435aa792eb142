import {
  CryptoError,
  type DataKind,
  DataSealer,
  type KeyName,
  openData,
  ReplayWindow,
  type RoomKeys,
  type SigningKey,
} from '@earshot/crypto';
import { topics } from '@earshot/protocol';
import { base64url } from '../identity/base64url.ts';
import type { UsedKey } from './key-dealer.ts';
import { nameText } from './key-holder.ts';

/** Streams whose newest numbers are remembered; each of somebody's keys has one. */
const maxWindows = 1_024;
const nameBytes = 3;

type Bytes = Uint8Array<ArrayBuffer>;

const kinds: Readonly<Record<string, DataKind>> = { [topics.reaction]: 'reaction', [topics.file]: 'file' };

/** What was sealed for one topic is good for no other. */
const placeOf = (topic: string) => new TextEncoder().encode(topic);

const kindOf = (topic: string): DataKind => kinds[topic] ?? 'topic';

/**
 * Seals posts with the sender's own key of the moment, as media is: generation (2 bytes) and step (1) of the key,
 * then sealed data with the topic as its context.
 */
export class LiveSeal {
  readonly #room: Pick<RoomKeys, 'roomId' | 'epoch'>;
  readonly #signingKey: SigningKey;
  readonly #windows = new Map<string, ReplayWindow>();
  #sealer: { readonly key: string; readonly sealer: DataSealer } | undefined;

  /** The keys are the member's own, whatever the password is: no epoch is meant, and zero stands for none. */
  constructor({ roomId, signingKey }: { roomId: RoomKeys['roomId']; signingKey: SigningKey }) {
    this.#room = { roomId, epoch: 0 };
    this.#signingKey = signingKey;
  }

  async seal({ name, baseKey }: UsedKey, topic: string, bytes: Uint8Array): Promise<Bytes> {
    const key = nameText(name);
    if (this.#sealer?.key !== key) {
      this.#sealer = { key, sealer: new DataSealer(this.#room, baseKey, { signingKey: this.#signingKey }) };
    }
    const sealed = await this.#sealer.sealer.seal(kindOf(topic), bytes, placeOf(topic));
    const post = new Uint8Array(nameBytes + sealed.length);
    new DataView(post.buffer).setUint16(0, name.generation);
    post[2] = name.step;
    post.set(sealed, nameBytes);
    return post;
  }

  /** With which of its sender's keys a post was sealed. @throws CryptoError `malformed` */
  nameOf(post: Uint8Array): KeyName {
    if (post.length < nameBytes) throw new CryptoError('malformed');
    const [high = 0, low = 0, step = 0] = post;
    return { generation: high * 256 + low, step };
  }

  /**
   * @param from the signing key of whoever sits where the post came from
   * @throws CryptoError `wrong_key`, `signature_invalid`, `replayed` or `malformed`
   */
  async open(
    post: Uint8Array,
    { baseKey, topic, from }: { baseKey: CryptoKey; topic: string; from: Uint8Array },
  ): Promise<Bytes> {
    const opening = { secret: baseKey, context: placeOf(topic) };
    const opened = await openData(post.subarray(nameBytes), this.#room, opening);
    if (opened.kind !== kindOf(topic)) throw new CryptoError('wrong_key');
    if (base64url(opened.sender) !== base64url(from)) throw new CryptoError('signature_invalid');
    this.#markSeen(base64url(opened.stream), BigInt(opened.sequence));
    return opened.body;
  }

  #markSeen(stream: string, sequence: bigint): void {
    const window = this.#windows.get(stream) ?? new ReplayWindow();
    if (!window.accepts(sequence)) throw new CryptoError('replayed');
    window.mark(sequence);
    this.#windows.delete(stream);
    this.#windows.set(stream, window);
    if (this.#windows.size > maxWindows) this.#windows.delete(this.#windows.keys().next().value as string);
  }
}
