import type { Engine, Playback } from '../engine.ts';
import { installWebRtcGlobals } from './native-webrtc.ts';
import { openNodeSocket } from './node-socket.ts';

/** Nobody listens at a loudspeaker here: a track arrives all the same, and `listen` reads it. */
const silentPlayback: Playback = {
  state: 'playing',
  onState: () => () => {},
  resume: async () => {},
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
  };
}
