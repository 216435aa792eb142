import { RpcError } from '../errors.ts';
import { limits } from '../limits.ts';

/**
 * What travels between two couriers, over a data channel or inside `sendData` and `data`. Numbers are
 * unsigned, 32 bits wide, in network byte order:
 *
 * | kind      | bytes                               |
 * | --------- | ----------------------------------- |
 * | 0 ack     | kind, received                      |
 * | 1 post    | kind, received, number, body        |
 * | 2 loose   | kind, body                          |
 * | 3 probe   | kind, token                         |
 * | 4 echo    | kind, token                         |
 *
 * `received` is the number of the last post that was delivered, with all before it; 0 before the first.
 */
export type Packet =
  | { readonly kind: 'ack'; readonly received: number }
  | { readonly kind: 'post'; readonly received: number; readonly number: number; readonly body: Uint8Array }
  | { readonly kind: 'loose'; readonly body: Uint8Array }
  | { readonly kind: 'probe' | 'echo'; readonly token: number };

const kinds = ['ack', 'post', 'loose', 'probe', 'echo'] as const;
const headBytes = { ack: 5, post: 9, loose: 1, probe: 5, echo: 5 } as const;

export function writePacket(packet: Packet): Uint8Array<ArrayBuffer> {
  const body = 'body' in packet ? packet.body : undefined;
  const head = headBytes[packet.kind];
  const bytes = new Uint8Array(head + (body?.length ?? 0));
  const view = new DataView(bytes.buffer);
  bytes[0] = kinds.indexOf(packet.kind);
  if ('received' in packet) view.setUint32(1, packet.received);
  if ('number' in packet) view.setUint32(5, packet.number);
  if ('token' in packet) view.setUint32(1, packet.token);
  if (body) bytes.set(body, head);
  return bytes;
}

/** @throws RpcError `malformed_data` for anything that is not one packet within `dataPacketBytes`. */
export function readPacket(bytes: Uint8Array): Packet {
  const kind = kinds[bytes[0] ?? kinds.length];
  if (!kind) throw malformed('no such kind of packet');
  const head = headBytes[kind];
  const hasBody = kind === 'post' || kind === 'loose';
  if (bytes.length < head || (!hasBody && bytes.length > head)) throw malformed('the wrong length');
  if (bytes.length > limits.dataPacketBytes) throw malformed('too long');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const body = bytes.subarray(head);
  if (kind === 'loose') return { kind, body };
  const first = view.getUint32(1);
  if (kind === 'ack') return { kind, received: first };
  if (kind !== 'post') return { kind, token: first };
  const number = view.getUint32(5);
  if (number === 0) throw malformed('posts are numbered from 1');
  return { kind, received: first, number, body };
}

function malformed(detail: string): RpcError {
  return new RpcError('malformed_data', { detail });
}
