import type { Engine } from '@earshot/client';
import type { Codec, Frame, JoinResult, TransportOptions } from '@earshot/protocol';
import type { Address } from './path.ts';

/**
 * An engine whose media goes through a relay: what the server says about where it is gets changed on its
 * way in. The signaling goes there by itself, when the relay's address is what `joinRoom` is given.
 */
export function detour(engine: Engine, { from, to }: { from: Address; to: Address }): Engine {
  return {
    createDevice: () => engine.createDevice(),
    play: (track) => engine.play(track),
    solvePuzzle: (...args) => engine.solvePuzzle(...args),
    ...(engine.encryption && { encryption: engine.encryption }),
    openSocket: (options) =>
      engine.openSocket({
        ...options,
        onFrame: (frame) => options.onFrame(reroute(frame, { codec: options.codec, from, to })),
      }),
  };
}

function reroute(frame: Frame, { codec, from, to }: { codec: Codec; from: Address; to: Address }): Frame {
  const message = codec.decode(frame) as { result?: Partial<JoinResult> };
  const { sendTransport, recvTransport } = message.result ?? {};
  if (!sendTransport || !recvTransport) return frame;
  const other = (transport: TransportOptions): TransportOptions => ({
    ...transport,
    iceCandidates: transport.iceCandidates.map((candidate) =>
      candidate.port === from.port
        ? { ...candidate, ip: to.host, address: to.host, port: to.port }
        : candidate,
    ),
  });
  return codec.encode({
    ...message,
    result: {
      ...message.result,
      sendTransport: other(sendTransport),
      recvTransport: other(recvTransport),
    },
  });
}
