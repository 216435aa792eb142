import type { Engine, Playback } from '../engine.ts';
import { solveHere } from '../puzzles/solve-here.ts';
import { installWebRtcGlobals } from './native-webrtc.ts';
import { openNodeSocket } from './node-socket.ts';

/** Nobody listens at a loudspeaker here: a track arrives all the same, and `listen` reads it. */
const silentPlayback: Playback = {
  state: 'playing',
  onState: () => () => {},
  resume: async () => {},
  // `room.tracks` are as they came; a program that plays them somewhere finds the factor in `hearing.gainOf`.
  setGain: () => {},
  setMuted: () => {},
  close: () => {},
};

/** Runs a room in Node, on libwebrtc. */
export function nodeEngine(): Engine {
  return {
    async createDevice() {
      installWebRtcGlobals();
      const { Device } = await import('mediasoup-client');
      return Device.factory({ handlerName: 'Chrome111' });
    },
    openSocket: openNodeSocket,
    play: () => silentPlayback,
    solvePuzzle: solveHere,
    encryption: async () => (await import('./node-encryption.ts')).nodeEncryption,
  };
}
