import type { Socket } from 'node:net';
import type { SignalingClient } from './signaling-client.ts';

const opcodes = { continuation: 0x0, text: 0x1, binary: 0x2, ping: 0x9, pong: 0xa } as const;

/**
 * One WebSocket frame as a client sends it (RFC 6455, section 5.2). The mask is zero, so that making ten
 * thousand of them costs the test nothing that the server could be blamed for.
 */
export function rawFrame(
  kind: keyof typeof opcodes,
  payload: string | Buffer = '',
  { fin = true } = {},
): Buffer {
  const body = Buffer.from(payload);
  const length =
    body.length < 126
      ? [0x80 | body.length]
      : body.length < 65_536
        ? [0x80 | 126, body.length >> 8, body.length & 0xff]
        : [0x80 | 127, 0, 0, 0, 0, ...[24, 16, 8, 0].map((shift) => (body.length >> shift) & 0xff)];
  return Buffer.concat([Buffer.from([(fin ? 0x80 : 0) | opcodes[kind], ...length, 0, 0, 0, 0]), body]);
}

/** Writes bytes past the WebSocket, straight to its TCP socket. */
export function sendRaw(client: SignalingClient, bytes: Buffer): void {
  (client.socket as unknown as { _socket: Socket })._socket.write(bytes);
}

/** The same bytes many times over. */
export function times(count: number, bytes: Buffer): Buffer {
  return Buffer.alloc(count * bytes.length, bytes);
}
