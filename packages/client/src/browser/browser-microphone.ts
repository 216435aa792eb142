import type { Microphone, MicrophoneEncoding } from '../engine.ts';
import type { Capture } from './capture.ts';
import { type Applied, appliedBy } from './microphone-sound.ts';

/** A track that was worked on, on its way from a capture to the others. */
export interface FilteredTrack {
  readonly track: MediaStreamTrack;
  close(): void;
}

/** What is sent of a capture. The capture itself goes on while this is muted, for meters. */
export class BrowserMicrophone implements Microphone {
  readonly track: MediaStreamTrack;
  readonly encoding: MicrophoneEncoding;
  readonly label: string;
  readonly deviceId: string;
  readonly capture: Capture;
  /** Whether a filter of ours works on it. */
  readonly filtered: boolean;
  readonly #letGo: () => void;
  readonly #filtered: FilteredTrack | undefined;

  constructor(
    capture: Capture,
    { encoding, filtered }: { encoding: MicrophoneEncoding; filtered?: FilteredTrack | undefined },
  ) {
    this.capture = capture;
    this.encoding = encoding;
    this.label = capture.track.label;
    this.deviceId = capture.deviceId;
    this.filtered = filtered !== undefined;
    this.#filtered = filtered;
    this.track = filtered?.track ?? capture.track.clone();
    this.#letGo = capture.use();
  }

  /** What is heard before anybody mutes it: meters look at it, and nobody may disable it. */
  get source(): MediaStreamTrack {
    return this.capture.track;
  }

  get applied(): Applied {
    return appliedBy(this.capture.track);
  }

  onEnded(listener: () => void): () => void {
    this.source.addEventListener('ended', listener);
    return () => this.source.removeEventListener('ended', listener);
  }

  close(): void {
    this.track.stop();
    this.#filtered?.close();
    this.#letGo();
  }
}
