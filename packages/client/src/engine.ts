import type { Codec, Frame } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup-client';
import type { EncryptionEngine } from './private/encryption-engine.ts';
import type { Solver } from './puzzles/solver.ts';

/**
 * What a room needs from the place it runs in. `browserEngine` and `nodeEngine` implement it; nothing else
 * in this package knows which of the two it is.
 */
export interface Engine {
  /** A mediasoup device for this platform. Not loaded yet. */
  createDevice(): Promise<mediasoup.Device>;
  /** Opens a WebSocket with the codec's subprotocol. */
  openSocket(options: SocketOptions): Socket;
  /** Makes a received track audible (a browser) or readable (Node). */
  play(track: MediaStreamTrack): Playback;
  /** Does the work that a busy server asks for, beside everything else. */
  readonly solvePuzzle: Solver;
  /** What encrypted rooms need; without it none can be entered. */
  readonly encryption?: () => Promise<EncryptionEngine>;
}

export interface SocketOptions {
  /** Such as `wss://talk.example/signal`. */
  url: URL;
  codec: Codec;
  /** Frames arrive as the codec wants them: strings or bytes. */
  onFrame(frame: Frame): void;
  onOpen(): void;
  /** Called exactly once, also when the socket never opened. `code` 1006 means it broke. */
  onClose(code: number, reason: string): void;
}

export interface Socket {
  send(frame: Frame): void;
  close(code: number, reason: string): void;
}

/** One person's sound, on its way to the ear. */
export interface Playback {
  /** `blocked` where the browser wants a gesture first. */
  readonly state: 'playing' | 'blocked';
  /** Calls back when the state changes; returns its undo. */
  onState(listener: () => void): () => void;
  /** Tries again after a gesture. */
  resume(): Promise<void>;
  /** @param gain The factor of the amplitude: 1 is as it comes, more than 1 where the platform can. */
  setGain(gain: number): void;
  setMuted(muted: boolean): void;
  close(): void;
}

/** How a microphone is to be sounded out to the others. */
export interface MicrophoneEncoding {
  readonly stereo: boolean;
  readonly maxBitrateBps: number;
  /** Next to nothing is sent in silence. Music has pauses that are none. */
  readonly dtx: boolean;
}

/** An open microphone (or anything else that sounds). It outlives rooms: capture once, use everywhere. */
export interface Microphone {
  readonly track: MediaStreamTrack;
  /** The device it comes from, as `enumerateDevices` names it; empty in Node. */
  readonly deviceId: string;
  readonly label: string;
  /** Left out: as a voice needs it. */
  readonly encoding?: MicrophoneEncoding;
  /** Calls back when the source is gone (unplugged, permission taken away); returns its undo. */
  onEnded(listener: () => void): () => void;
  close(): void;
}
