import WebSocket from 'ws';
import type { Socket, SocketOptions } from '../engine.ts';
import { originOf } from '../server-address.ts';

const handshakeTimeoutMs = 10_000;
/** How long a server may take to answer a close; after that the socket is cut, so that nothing lingers. */
const closeGraceMs = 1_000;
/** A join to a full room is the largest answer there is, at about 1 kB a member. */
const maxPayloadBytes = 4 * 1_024 * 1_024;

/** A WebSocket of `ws` as the engine offers it. */
export function openNodeSocket({ url, codec, onFrame, onOpen, onClose }: SocketOptions): Socket {
  const socket = new WebSocket(url, codec.subprotocol, {
    // The server refuses who does not say where they come from.
    origin: originOf(url),
    perMessageDeflate: false,
    handshakeTimeout: handshakeTimeoutMs,
    maxPayload: maxPayloadBytes,
  });
  socket.binaryType = 'arraybuffer';
  let grace: NodeJS.Timeout | undefined;
  let failure = '';
  socket.on('open', onOpen);
  socket.on('message', (data, isBinary) => {
    onFrame(isBinary ? new Uint8Array(data as ArrayBuffer) : data.toString());
  });
  // 'close' follows, and tells of the failure.
  socket.on('error', ({ message }) => {
    failure = message;
  });
  socket.on('close', (code, reason) => {
    clearTimeout(grace);
    onClose(code, reason.toString() || failure);
  });
  return {
    send(frame) {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    },
    close(code, reason) {
      socket.close(code, reason);
      grace ??= setTimeout(() => socket.terminate(), closeGraceMs);
    },
  };
}
