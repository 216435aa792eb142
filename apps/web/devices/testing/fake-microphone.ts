import type { Microphone } from '@earshot/client';
import type { BrowserMicrophone } from '@earshot/client/browser';

/** A microphone that can be unplugged without a browser. */
export class FakeMicrophone implements Microphone {
  readonly track = {} as MediaStreamTrack;
  readonly deviceId: string;
  readonly label: string;
  closed = false;
  readonly #ended = new Set<() => void>();

  constructor(deviceId = 'built-in', label = '') {
    this.deviceId = deviceId;
    this.label = label;
  }

  get asBrowser(): BrowserMicrophone {
    return this as unknown as BrowserMicrophone;
  }

  onEnded(listener: () => void): () => void {
    this.#ended.add(listener);
    return () => this.#ended.delete(listener);
  }

  unplug(): void {
    for (const listener of [...this.#ended]) listener();
  }

  close(): void {
    this.closed = true;
  }
}
