import { Decoder, Encoder } from '@msgpack/msgpack';
import type * as z from 'zod/mini';
import { RpcError } from '../errors.ts';
import { fit } from '../fit.ts';
import { checkMsgpackShape } from '../msgpack-shape.ts';

const encoder = new Encoder({ ignoreUndefined: true });
const decoder = new Decoder();

/** A value as MessagePack, as it stands inside posts. */
export function writeContent(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(value);
}

/** @throws RpcError `malformed_data` for what is not one MessagePack value that fits. */
export function readContent<Schema extends z.core.$ZodType>(
  schema: Schema,
  bytes: Uint8Array,
): z.output<Schema> {
  let value: unknown;
  try {
    checkMsgpackShape(bytes);
    value = decoder.decode(bytes);
  } catch (cause) {
    throw new RpcError('malformed_data', { cause });
  }
  return fit(schema, value, 'malformed_data');
}
