import type { Engine } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { type ConnectionMarks, watchConnections } from './connection-watch.ts';

export interface SocketMarks {
  socketOpened?: number;
  joinSent?: number;
  joinAnswered?: number;
}

/** Of all tracks received by any engine of this process; there is one set of WebRTC globals. */
const connectionMarks = new WeakMap<MediaStreamTrack, ConnectionMarks>();
let watching = false;

/** How far the connection got that a track came over. */
export function marksOf(track: MediaStreamTrack): ConnectionMarks {
  return connectionMarks.get(track) ?? {};
}

export interface WatchedEngineOptions {
  /** Is filled in with the first of each. */
  marks: SocketMarks;
  onTrack(track: MediaStreamTrack): void;
}

/** An engine that notes how far a join has come. New each time, and with nothing loaded. */
export function watchedEngine({ marks, onTrack }: WatchedEngineOptions): Engine {
  const engine = nodeEngine();
  const mark = (what: keyof SocketMarks) => {
    marks[what] ??= performance.now();
  };
  return {
    async createDevice() {
      // It is the engine that puts the WebRTC globals there.
      const device = await engine.createDevice();
      if (!watching) watchConnections((track, of) => connectionMarks.set(track, of));
      watching = true;
      return device;
    },
    openSocket(options) {
      const socket = engine.openSocket({
        ...options,
        onOpen() {
          mark('socketOpened');
          options.onOpen();
        },
        onFrame(frame) {
          mark('joinAnswered');
          options.onFrame(frame);
        },
      });
      return {
        send(frame) {
          mark('joinSent');
          socket.send(frame);
        },
        close: (code, reason) => socket.close(code, reason),
      };
    },
    solvePuzzle: (...args) => engine.solvePuzzle(...args),
    ...(engine.encryption && { encryption: engine.encryption }),
    play(track) {
      onTrack(track);
      return engine.play(track);
    },
  };
}
