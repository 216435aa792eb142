import type { Engine } from '../engine.ts';
import { AudioElementPlayback } from './audio-element-playback.ts';
import { Loudspeakers } from './loudspeakers.ts';
import { solveInWorker } from './solve-in-worker.ts';
import { openWebSocket } from './web-socket.ts';

export interface BrowserEngine extends Engine {
  /** Where the sound of all rooms of this engine comes out. */
  readonly loudspeakers: Loudspeakers;
}

/** Runs a room in a browser. It costs nothing until a device is asked for: mediasoup-client is loaded then. */
export function browserEngine(): BrowserEngine {
  const loudspeakers = new Loudspeakers();
  return {
    loudspeakers,
    async createDevice() {
      const { Device } = await import('mediasoup-client');
      return Device.factory();
    },
    openSocket: openWebSocket,
    play: (track) => new AudioElementPlayback(track, loudspeakers),
    solvePuzzle: solveInWorker,
    encryption: async () => (await import('./browser-encryption.ts')).browserEncryption,
  };
}
