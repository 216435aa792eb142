import type {
  DtlsParameters,
  MemberId,
  MicrophoneState,
  ProducerId,
  Member as WireMember,
} from '@earshot/protocol';
import type { MediaEndpoint, NewStream } from '../media/media-plane.ts';
import type { Audience } from './announcement.ts';

export interface MemberOptions {
  id: MemberId;
  seat: number;
  name: string;
  joinedAtMs: number;
  endpoint: MediaEndpoint;
  audience: Audience;
  /** Called after every change that the others can see. */
  onChange(member: Member): void;
}

/** One person in one room: who they are and what they send. */
export class Member {
  readonly id: MemberId;
  readonly seat: number;
  readonly endpoint: MediaEndpoint;
  readonly audience: Audience;
  readonly #options: MemberOptions;
  readonly #microphones = new Map<ProducerId, { paused: boolean }>();

  constructor(options: MemberOptions) {
    this.id = options.id;
    this.seat = options.seat;
    this.endpoint = options.endpoint;
    this.audience = options.audience;
    this.#options = options;
  }

  /** The member as the others see it. */
  view(): WireMember {
    const { name, joinedAtMs } = this.#options;
    return { id: this.id, seat: this.seat, name, microphone: this.#microphone(), joinedAtMs };
  }

  connectTransport(transportId: string, dtlsParameters: DtlsParameters): Promise<void> {
    return this.endpoint.connectTransport(transportId, dtlsParameters);
  }

  async produce(stream: NewStream): Promise<ProducerId> {
    const producerId = await this.endpoint.produce(stream);
    this.#change(() => this.#microphones.set(producerId, { paused: stream.paused }));
    return producerId;
  }

  async setProducerPaused(producerId: ProducerId, paused: boolean): Promise<void> {
    await this.endpoint.setProducerPaused(producerId, paused);
    if (!this.#microphones.has(producerId)) return;
    this.#change(() => this.#microphones.set(producerId, { paused }));
  }

  closeProducer(producerId: ProducerId): void {
    this.endpoint.closeProducer(producerId);
    this.#change(() => this.#microphones.delete(producerId));
  }

  #change(apply: () => void): void {
    const before = this.#microphone();
    apply();
    if (this.#microphone() !== before) this.#options.onChange(this);
  }

  #microphone(): MicrophoneState {
    const all = [...this.#microphones.values()];
    if (all.length === 0) return 'off';
    return all.every(({ paused }) => paused) ? 'muted' : 'live';
  }
}
