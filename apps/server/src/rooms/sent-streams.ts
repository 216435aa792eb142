import {
  type MediaSource,
  type MicrophoneState,
  type ProducerId,
  RpcError,
  type Member as WireMember,
} from '@earshot/protocol';
import type { MediaEndpoint, NewStream } from '../media/media-plane.ts';

/** `free`: to send whatever they like; `muted`: all but a microphone that is heard; `none`: nothing at all. */
export type SendingRight = 'free' | 'muted' | 'none';

interface SentStreamsOptions {
  /** Undefined while the connection is lost. */
  endpoint(): MediaEndpoint | undefined;
  /** Called after every change that the others can see. */
  onChange(): void;
}

/** What one member sends, within their right to send it. */
export class SentStreams {
  readonly #options: SentStreamsOptions;
  readonly #streams = new Map<ProducerId, { source: MediaSource; paused: boolean }>();
  #right: SendingRight = 'free';

  constructor(options: SentStreamsOptions) {
    this.#options = options;
  }

  /** What of the streams the others can see. */
  view(): Pick<WireMember, 'microphone' | 'streams'> {
    const all = [...this.#streams].map(([producerId, stream]) => ({ producerId, ...stream }));
    return {
      microphone: microphoneState(all.filter(({ source }) => source === 'microphone')),
      streams: all.filter(({ source }) => source !== 'microphone'),
    };
  }

  /**
   * What they may send from now on. Resolves once nothing else of theirs is forwarded; what they had asked for
   * before does not come through any more either.
   */
  async setRight(right: SendingRight): Promise<void> {
    this.#right = right;
    await this.#enforce();
  }

  /** @throws RpcError `not_permitted`, `connection_lost`, and what the endpoint throws */
  async produce(stream: NewStream): Promise<ProducerId> {
    const { source, paused } = stream;
    if (!this.#allows({ source, paused })) throw new RpcError('not_permitted');
    const endpoint = this.#endpoint();
    const producerId = await endpoint.produce(stream);
    if (endpoint !== this.#options.endpoint()) throw new RpcError('connection_lost');
    this.#change(() => this.#streams.set(producerId, { source, paused }));
    await this.#enforce();
    return producerId;
  }

  /** @throws RpcError `not_permitted`, `not_found`, `connection_lost` */
  async setPaused(producerId: ProducerId, paused: boolean): Promise<void> {
    const { source } = this.#streams.get(producerId) ?? {};
    if (source && !paused && !this.#allows({ source, paused })) throw new RpcError('not_permitted');
    await this.#endpoint().setProducerPaused(producerId, paused);
    const stream = this.#streams.get(producerId);
    if (stream) this.#change(() => this.#streams.set(producerId, { ...stream, paused }));
    await this.#enforce();
  }

  /** @throws RpcError `not_found`, `connection_lost` */
  close(producerId: ProducerId): void {
    this.#endpoint().closeProducer(producerId);
    this.#change(() => this.#streams.delete(producerId));
  }

  /** The endpoint is gone, and all of it. */
  clear(): void {
    this.#streams.clear();
  }

  #endpoint(): MediaEndpoint {
    const endpoint = this.#options.endpoint();
    if (!endpoint) throw new RpcError('connection_lost');
    return endpoint;
  }

  #allows({ source, paused }: { source: MediaSource; paused: boolean }): boolean {
    if (this.#right === 'none') return false;
    return this.#right === 'free' || source !== 'microphone' || paused;
  }

  /** Microphones stay, paused, so that a right that is given back is used in no time; all else is ended. */
  async #enforce(): Promise<void> {
    if (this.#right === 'free') return;
    const endpoint = this.#options.endpoint();
    if (!endpoint) return;
    const microphones = [...this.#streams].filter(([, { source }]) => source === 'microphone');
    if (this.#right === 'none') {
      for (const [producerId, { source }] of [...this.#streams]) {
        if (source !== 'microphone') this.#drop(endpoint, producerId);
      }
    }
    // Those that are paused as well: they may be about to be heard, and the last word counts.
    await Promise.all(microphones.map(([producerId]) => this.#silence(endpoint, producerId)));
  }

  #drop(endpoint: MediaEndpoint, producerId: ProducerId): void {
    try {
      endpoint.closeProducer(producerId);
    } catch {
      // Ended meanwhile.
    }
    this.#change(() => this.#streams.delete(producerId));
  }

  async #silence(endpoint: MediaEndpoint, producerId: ProducerId): Promise<void> {
    try {
      await endpoint.setProducerPaused(producerId, true);
    } catch {
      // Ended meanwhile, and the endpoint perhaps with it.
      return;
    }
    const stream = this.#streams.get(producerId);
    if (stream) this.#change(() => this.#streams.set(producerId, { ...stream, paused: true }));
  }

  #change(apply: () => void): void {
    const before = JSON.stringify(this.view());
    apply();
    if (JSON.stringify(this.view()) !== before) this.#options.onChange();
  }
}

function microphoneState(microphones: readonly { paused: boolean }[]): MicrophoneState {
  if (microphones.length === 0) return 'off';
  return microphones.every(({ paused }) => paused) ? 'muted' : 'live';
}
