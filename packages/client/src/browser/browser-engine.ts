import type { Engine } from '../engine.ts';
import { AudioElementPlayback } from './audio-element-playback.ts';
import { openWebSocket } from './web-socket.ts';

/** Runs a room in a browser. It costs nothing until a device is asked for: mediasoup-client is loaded then. */
export function browserEngine(): Engine {
  return {
    async createDevice() {
      const { Device } = await import('mediasoup-client');
      return Device.factory();
    },
    openSocket: openWebSocket,
    play: (track) => new AudioElementPlayback(track),
  };
}
