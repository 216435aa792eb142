import { randomBytes } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import {
  type DtlsParameters,
  type Line,
  type MediaSource,
  type MemberId,
  type MicrophoneState,
  type ProducerId,
  type Profile,
  type ReturnToken,
  RpcError,
  type View,
  type Member as WireMember,
} from '@earshot/protocol';
import type { MediaEndpoint, NewStream } from '../media/media-plane.ts';
import type { Audience } from './announcement.ts';
import type { Author } from './chat/chat-author.ts';
import type { Postbox } from './data/postbox.ts';
import type { Correspondent } from './data/relay.ts';

/** What carries a member just now: who hears what the room says, and the media. */
export interface Carrier {
  readonly endpoint: MediaEndpoint;
  readonly audience: Audience;
  /** Begins anew with each connection. */
  readonly postbox: Postbox;
}

export interface MemberOptions {
  id: MemberId;
  seat: number;
  name: string;
  key: string;
  clock: Clock;
  carrier: Carrier;
  /** Called after every change that the others can see. */
  onChange(member: Member): void;
}

/** One person in one room: who they are and what they send. */
export class Member implements Correspondent {
  readonly id: MemberId;
  readonly seat: number;
  readonly #options: MemberOptions;
  readonly #streams = new Map<ProducerId, { source: MediaSource; paused: boolean }>();
  readonly #joinedAtMs: number;
  #carrier: Carrier | undefined;
  #profile: Profile;
  /** Their way to the server. */
  #line: Line = 'good';
  #hand: { raisedAtMs: number } | undefined;
  #returnToken = newReturnToken();
  /** The token that they came back with, until it is certain that they have the next one. */
  #formerToken: ReturnToken | undefined;

  constructor(options: MemberOptions) {
    this.id = options.id;
    this.seat = options.seat;
    this.#options = options;
    this.#joinedAtMs = options.clock.wallMs();
    this.#carrier = options.carrier;
    this.#profile = { name: options.name, emoji: '', status: '' };
  }

  /** Undefined while the connection is lost. */
  get carrier(): Carrier | undefined {
    return this.#carrier;
  }

  /** @throws RpcError `connection_lost` while it is. */
  get endpoint(): MediaEndpoint {
    if (!this.#carrier) throw new RpcError('connection_lost');
    return this.#carrier.endpoint;
  }

  /** Undefined while the connection is lost: what is said meanwhile is missed, but for the chat's history. */
  get postbox(): Postbox | undefined {
    return this.#carrier?.postbox;
  }

  /** Whoever brings it is this member. */
  get returnToken(): ReturnToken {
    return this.#returnToken;
  }

  /** Where the answer with the new token was lost on its way, the one before still opens an empty seat. */
  returnsWith(token: ReturnToken): boolean {
    return token === this.#returnToken || (!this.#carrier && token === this.#formerToken);
  }

  /** They have the new token: the one before is used up. */
  tokenArrived(): void {
    this.#formerToken = undefined;
  }

  /** The connection is lost: nothing is sent or heard until `comeBack`. */
  goAway(): void {
    this.#carrier?.postbox.close();
    this.#carrier?.endpoint.close();
    this.#carrier = undefined;
    this.#line = 'good';
    this.#streams.clear();
    this.#options.onChange(this);
  }

  /** The same person in the same seat, over another connection. The `token` that they came with is used up as soon as they have another. */
  comeBack(carrier: Carrier, token: ReturnToken): void {
    this.#formerToken = token;
    this.#carrier = carrier;
    this.#returnToken = newReturnToken();
    this.#options.onChange(this);
  }

  /** Who says what this member says. */
  get author(): Author {
    return { id: this.id, name: this.#profile.name, key: this.#options.key };
  }

  /** The member as the others see it. */
  view(): WireMember {
    const { id, seat } = this;
    const { key } = this.#options;
    const presence = this.#carrier ? 'here' : 'away';
    const line = this.#line === 'good' ? {} : { line: this.#line };
    const [sent, presented] = [this.#sent(), this.#presented()];
    return { id, seat, key, presence, ...line, ...sent, ...presented, joinedAtMs: this.#joinedAtMs };
  }

  /** A hand that is up already keeps its place among the others. */
  setHand(raised: boolean): void {
    if (raised === (this.#hand !== undefined)) return;
    this.#hand = raised ? { raisedAtMs: this.#options.clock.wallMs() } : undefined;
    this.#options.onChange(this);
  }

  setLine(line: Line): void {
    if (line === this.#line || !this.#carrier) return;
    this.#line = line;
    this.#options.onChange(this);
  }

  setProfile(profile: Profile): void {
    const { name, emoji, status } = this.#profile;
    if (profile.name === name && profile.emoji === emoji && profile.status === status) return;
    this.#profile = profile;
    this.#options.onChange(this);
  }

  connectTransport(transportId: string, dtlsParameters: DtlsParameters): Promise<void> {
    return this.endpoint.connectTransport(transportId, dtlsParameters);
  }

  async produce(stream: NewStream): Promise<ProducerId> {
    const { endpoint } = this;
    const producerId = await endpoint.produce(stream);
    if (endpoint !== this.#carrier?.endpoint) throw new RpcError('connection_lost');
    const { source, paused } = stream;
    this.#change(() => this.#streams.set(producerId, { source, paused }));
    return producerId;
  }

  async setProducerPaused(producerId: ProducerId, paused: boolean): Promise<void> {
    await this.endpoint.setProducerPaused(producerId, paused);
    const stream = this.#streams.get(producerId);
    if (stream) this.#change(() => this.#streams.set(producerId, { ...stream, paused }));
  }

  closeProducer(producerId: ProducerId): void {
    this.endpoint.closeProducer(producerId);
    this.#change(() => this.#streams.delete(producerId));
  }

  setViews(views: readonly View[]): Promise<void> {
    return this.endpoint.setViews(views);
  }

  #change(apply: () => void): void {
    const before = JSON.stringify(this.#sent());
    apply();
    if (JSON.stringify(this.#sent()) !== before) this.#options.onChange(this);
  }

  #presented(): Pick<WireMember, 'name' | 'hand' | 'profile'> {
    const { name, emoji, status } = this.#profile;
    return {
      name,
      ...(this.#hand && { hand: this.#hand }),
      ...((emoji || status) && { profile: { emoji, status } }),
    };
  }

  /** What of the streams the others can see. */
  #sent(): Pick<WireMember, 'microphone' | 'streams'> {
    const all = [...this.#streams].map(([producerId, stream]) => ({ producerId, ...stream }));
    const [microphones, streams] = [
      all.filter(({ source }) => source === 'microphone'),
      all.filter(({ source }) => source !== 'microphone'),
    ];
    return { microphone: microphoneState(microphones), streams };
  }
}

function newReturnToken(): ReturnToken {
  return randomBytes(24).toString('base64url');
}

function microphoneState(microphones: readonly { paused: boolean }[]): MicrophoneState {
  if (microphones.length === 0) return 'off';
  return microphones.every(({ paused }) => paused) ? 'muted' : 'live';
}
