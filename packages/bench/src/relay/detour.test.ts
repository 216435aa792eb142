import type { Engine, SocketOptions } from '@earshot/client';
import { type Codec, codecs, type Frame } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { detour } from './detour.ts';

const from = { host: '127.0.0.1', port: 40_000 };
const to = { host: '127.0.0.2', port: 50_000 };

/** What a client behind the detour is given for a message of the server. */
function received(codec: Codec, message: unknown): unknown {
  let socket: SocketOptions | undefined;
  const engine = {
    openSocket(options: SocketOptions) {
      socket = options;
      return { send() {}, close() {} };
    },
  } as unknown as Engine;
  const frames: Frame[] = [];
  detour(engine, { from, to }).openSocket({
    url: new URL('ws://127.0.0.1/'),
    codec,
    onFrame: (frame) => frames.push(frame),
    onOpen() {},
    onClose() {},
  });
  socket?.onFrame(codec.encode(message));
  return frames.map((frame) => codec.decode(frame))[0];
}

const candidate = ({ host, port }: typeof from) => ({ ip: host, address: host, port, protocol: 'udp' });
const answer = (...candidates: unknown[]) => ({
  jsonrpc: '2.0',
  id: 1,
  result: {
    self: { id: 'me' },
    sendTransport: { id: 'send', iceCandidates: candidates },
    recvTransport: { id: 'recv', iceCandidates: candidates },
  },
});

test.each(codecs)('with $subprotocol, media goes to the relay and nothing else changes', (codec) => {
  const other = { host: '127.0.0.1', port: 40_001 };
  expect(received(codec, answer(candidate(from), candidate(other)))).toEqual(
    answer(candidate(to), candidate(other)),
  );
  const levels = { jsonrpc: '2.0', method: 'levels', params: { levels: [0, -20] } };
  expect(received(codec, levels)).toEqual(levels);
});
