import { Decoder, Encoder } from '@msgpack/msgpack';
import { toBase64 } from './data/bytes.ts';
import { RpcError } from './errors.ts';
import { checkJsonShape } from './json-shape.ts';
import { checkMsgpackShape } from './msgpack-shape.ts';

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
  encode: (message) => JSON.stringify(message, bytesAsText),
  decode: (frame) =>
    decodeWith(() => {
      if (typeof frame !== 'string') throw new TypeError('bytes where text belongs');
      checkJsonShape(frame);
      return JSON.parse(frame);
    }),
};

const encoder = new Encoder({ ignoreUndefined: true });
const decoder = new Decoder();

export const msgpackCodec: Codec = {
  subprotocol: 'earshot.v1.msgpack',
  binary: true,
  encode: (message) => encoder.encode(message),
  decode: (frame) =>
    decodeWith(() => {
      if (typeof frame === 'string') throw new TypeError('text where bytes belong');
      checkMsgpackShape(frame);
      return decoder.decode(frame);
    }),
};

/** JSON has no bytes: they stand in it as base64. */
function bytesAsText(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? toBase64(value) : value;
}

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
