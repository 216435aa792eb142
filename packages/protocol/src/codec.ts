import { Decoder, Encoder } from '@msgpack/msgpack';
import { RpcError } from './errors.ts';
import { limits } from './limits.ts';

/** One frame as it travels: a string in a text frame, bytes in a binary frame. */
export type Frame = string | Uint8Array<ArrayBuffer>;

/** Turns messages into frames and back. Both codecs carry the same JSON-RPC objects. */
export interface Codec {
  readonly subprotocol: Subprotocol;
  readonly binary: boolean;
  encode(message: unknown): Frame;
  /** @throws RpcError `parse_error` */
  decode(frame: Frame): unknown;
}

export type Subprotocol = 'earshot.v1.msgpack' | 'earshot.v1.json';

export const jsonCodec: Codec = {
  subprotocol: 'earshot.v1.json',
  binary: false,
  encode: (message) => JSON.stringify(message),
  decode: (frame) => decodeWith(() => JSON.parse(frame as string)),
};

const encoder = new Encoder({ ignoreUndefined: true });
const decoder = new Decoder({
  maxStrLength: limits.frameBytes,
  maxBinLength: limits.frameBytes,
  maxArrayLength: 4_096,
  maxMapLength: 256,
  maxExtLength: 0,
});

export const msgpackCodec: Codec = {
  subprotocol: 'earshot.v1.msgpack',
  binary: true,
  encode: (message) => encoder.encode(message),
  decode: (frame) => decodeWith(() => decoder.decode(frame as Uint8Array)),
};

/** In the order of preference. */
export const codecs: readonly Codec[] = [msgpackCodec, jsonCodec];

export function codecFor(subprotocol: string): Codec | undefined {
  return codecs.find((codec) => codec.subprotocol === subprotocol);
}

function decodeWith(read: () => unknown): unknown {
  try {
    return read();
  } catch (cause) {
    throw new RpcError('parse_error', { cause });
  }
}
