import { Emitter } from '@earshot/lifetime';
import type { Microphone, MicrophoneEncoding } from '../engine.ts';
import { RTCAudioSource } from './native-webrtc.ts';
import type { Pcm } from './pcm.ts';

/** A microphone that says what it is told: push it a frame of 10 ms every 10 ms. */
export class PcmMicrophone implements Microphone {
  readonly track: MediaStreamTrack;
  readonly deviceId = '';
  readonly label: string;
  readonly encoding?: MicrophoneEncoding;
  readonly #source = new RTCAudioSource();
  readonly #events = new Emitter<{ ended: [] }>();

  constructor({ label = 'PCM', encoding }: { label?: string; encoding?: MicrophoneEncoding } = {}) {
    this.label = label;
    if (encoding) this.encoding = encoding;
    this.track = this.#source.createTrack();
  }

  /** @throws TypeError when it is not 10 ms long. */
  push({ samples, sampleRateHz, channels }: Pcm): void {
    const numberOfFrames = sampleRateHz / 100;
    if (samples.length !== numberOfFrames * channels) {
      throw new TypeError(`a frame of 10 ms has ${numberOfFrames * channels} samples, not ${samples.length}`);
    }
    if (this.track.readyState === 'ended') return;
    this.#source.onData({
      samples,
      sampleRate: sampleRateHz,
      bitsPerSample: 16,
      channelCount: channels,
      numberOfFrames,
    });
  }

  onEnded(listener: () => void): () => void {
    return this.#events.on('ended', listener);
  }

  /** Is gone, as if it were unplugged. An open one keeps the process alive. */
  close(): void {
    if (this.track.readyState === 'ended') return;
    this.track.stop();
    this.#events.emit('ended');
  }
}
