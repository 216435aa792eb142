import type { Socket, SocketOptions } from '../engine.ts';

/** A browser's WebSocket as the engine offers it. */
export function openWebSocket({ url, codec, onFrame, onOpen, onClose }: SocketOptions): Socket {
  const socket = new WebSocket(url, codec.subprotocol);
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => onOpen();
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    onFrame(typeof data === 'string' ? data : new Uint8Array(data));
  };
  socket.onclose = ({ code, reason }) => onClose(code, reason);
  return {
    send(frame) {
      // A socket that is closing would only log an error; its close is reported anyway.
      if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    },
    close: (code, reason) => socket.close(code, reason),
  };
}
