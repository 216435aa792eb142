import { type Bytes, slice } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import type { KeyName } from '../members/key-name.ts';
import { type MediaCodec, splitFrame } from './clear-bytes.ts';
import { encodeKeyId } from './key-id.ts';
import { deriveSframeKey, type SframeKey, sealSframe } from './sframe.ts';

/**
 * Seals one's own frames: one of these per visit, and not per track. It keeps the counter of each stream, which
 * goes on when a track is replaced or the key changes, so that no nonce is ever used twice.
 */
export class MediaSealer {
  readonly #slot: number;
  /** By stream; at most sixteen. */
  readonly #counters = new Map<number, bigint>();
  #using: { name: KeyName; baseKey: CryptoKey; streams: Map<number, Promise<SframeKey>> } | undefined;

  constructor(slot: number) {
    this.#slot = slot;
  }

  /** From the next frame on. */
  use(name: KeyName, baseKey: CryptoKey): void {
    this.#using = { name, baseKey, streams: new Map() };
  }

  /**
   * @param stream as in `KeyId`
   * @throws CryptoError `unknown_key` while there is none: then nothing is sent, `malformed` or `exhausted`
   */
  async seal(stream: number, codec: MediaCodec, frame: Uint8Array): Promise<Bytes> {
    const { clear, body, join } = splitFrame(codec, frame);
    const key = this.#key(stream);
    // Taken before anything is awaited: two calls at once never share a nonce.
    const counter = this.#counters.get(stream) ?? 0n;
    if (counter >= 2n ** 48n) throw new CryptoError('exhausted');
    this.#counters.set(stream, counter + 1n);
    const plain = slice(body, 0, body.length);
    return join(clear, await sealSframe(await key, { counter, metadata: clear, plain }));
  }

  #key(stream: number): Promise<SframeKey> {
    if (!this.#using) throw new CryptoError('unknown_key');
    const { name, baseKey, streams } = this.#using;
    const there = streams.get(stream);
    if (there) return there;
    const kid = encodeKeyId({ ...name, slot: this.#slot, stream });
    const key = deriveSframeKey(baseKey, BigInt(kid));
    streams.set(stream, key);
    return key;
  }
}
