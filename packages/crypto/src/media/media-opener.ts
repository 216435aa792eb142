import type { Bytes } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import type { KeyName } from '../members/key-name.ts';
import { type MediaCodec, splitSealed } from './clear-bytes.ts';
import { decodeKeyId, encodeKeyId, type KeyId } from './key-id.ts';
import { ReplayWindow } from './replay-window.ts';
import { deriveSframeKey, openSframe, type SframeKey } from './sframe.ts';
import { decodeSframeHeader } from './sframe-header.ts';

interface Opening {
  readonly sframe: Promise<SframeKey>;
  readonly window: ReplayWindow;
}

interface Held {
  readonly baseKey: CryptoKey;
  /** By stream; at most sixteen. */
  readonly streams: Map<number, Opening>;
}

export interface OpenedFrame {
  /** Whose it is and from which stream, as its key says, whatever the server said. */
  readonly from: KeyId;
  readonly frame: Bytes;
}

/** The key id that a frame says it is sealed under, whether there can be such a key or not. @throws CryptoError `malformed` */
export function keyIdOf(codec: MediaCodec, sealed: Uint8Array): bigint {
  return decodeSframeHeader(splitSealed(codec, sealed).body).kid;
}

/** Opens the frames of everybody, with the keys that are held. */
export class MediaOpener {
  /** By key id, that of stream 0. */
  readonly #held = new Map<number, Held>();

  install(slot: number, name: KeyName, baseKey: CryptoKey): void {
    this.#held.set(encodeKeyId({ ...name, slot, stream: 0 }), { baseKey, streams: new Map() });
  }

  /** The base key of a step that is to be ratcheted. @throws CryptoError `unknown_key` */
  baseKey(slot: number, name: KeyName): CryptoKey {
    return this.#at({ ...name, slot, stream: 0 }).baseKey;
  }

  drop(slot: number, name: KeyName): void {
    this.#held.delete(encodeKeyId({ ...name, slot, stream: 0 }));
  }

  /** Forgets somebody who has left. */
  dropSlot(slot: number): void {
    for (const kid of this.#held.keys()) if (decodeKeyId(BigInt(kid)).slot === slot) this.#held.delete(kid);
  }

  /** @throws CryptoError `malformed`, `unknown_key`, `replayed` or `wrong_key`: the frame is to be dropped */
  async open(codec: MediaCodec, sealed: Uint8Array): Promise<OpenedFrame> {
    const { clear, body, join } = splitSealed(codec, sealed);
    const header = decodeSframeHeader(body);
    const from = decodeKeyId(header.kid);
    const { sframe, window } = this.#opening(from, header.kid);
    if (!window.accepts(header.counter)) throw new CryptoError('replayed');
    const plain = await openSframe(await sframe, { header, metadata: clear, frame: body });
    // Its double may have been opened meanwhile.
    if (!window.accepts(header.counter)) throw new CryptoError('replayed');
    window.mark(header.counter);
    return { from, frame: join(clear, plain) };
  }

  /** Whether a frame is sealed with a key that is held, seen before or not. It counts as opened by nobody. */
  async recognizes(codec: MediaCodec, sealed: Uint8Array): Promise<boolean> {
    try {
      const { clear, body } = splitSealed(codec, sealed);
      const header = decodeSframeHeader(body);
      const { sframe } = this.#opening(decodeKeyId(header.kid), header.kid);
      await openSframe(await sframe, { header, metadata: clear, frame: body });
      return true;
    } catch (error) {
      if (error instanceof CryptoError) return false;
      throw error;
    }
  }

  #opening(from: KeyId, kid: bigint): Opening {
    const { baseKey, streams } = this.#at(from);
    const there = streams.get(from.stream);
    if (there) return there;
    const opening = { sframe: deriveSframeKey(baseKey, kid), window: new ReplayWindow() };
    streams.set(from.stream, opening);
    return opening;
  }

  #at(from: KeyId): Held {
    const held = this.#held.get(encodeKeyId({ ...from, stream: 0 }));
    if (!held) throw new CryptoError('unknown_key');
    return held;
  }
}
