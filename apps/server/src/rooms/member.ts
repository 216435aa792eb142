import type { Clock } from '@earshot/lifetime';
import {
  type DtlsParameters,
  type Line,
  type MemberId,
  type ProducerId,
  type Profile,
  type ReturnToken,
  type Role,
  RpcError,
  type View,
  type Member as WireMember,
} from '@earshot/protocol';
import type { Party } from '../guard/party.ts';
import type { MediaEndpoint, NewStream } from '../media/media-plane.ts';
import type { Audience } from './announcement.ts';
import { Appearance } from './appearance.ts';
import type { Author } from './chat/chat-author.ts';
import type { Postbox } from './data/postbox.ts';
import type { Correspondent } from './data/relay.ts';
import type { Named } from './look-alikes.ts';
import type { MemberPass } from './private/member-pass.ts';
import { SeatToken } from './seat-token.ts';
import { type SendingRight, SentStreams } from './sent-streams.ts';

/** What carries a member just now: who hears what the room says, and the media. */
export interface Carrier {
  readonly endpoint: MediaEndpoint;
  readonly audience: Audience;
  /** Begins anew with each connection. */
  readonly postbox: Postbox;
}

/** How somebody came back. */
interface Return {
  token: ReturnToken;
  /** Where they come from now. */
  addressPrefix: string | undefined;
  pass: MemberPass;
}

export interface MemberOptions {
  id: MemberId;
  seat: number;
  name: string;
  key: string;
  /** Where they come from, as bans know it. */
  addressPrefix: string | undefined;
  clock: Clock;
  carrier: Carrier;
  standing: Standing;
  pass: MemberPass;
  /** Whether their name could be taken for that of somebody else in the room. */
  looksLikeAnother(member: Member): boolean;
  /** Called after every change that the others can see. */
  onChange(member: Member): void;
}

/** What somebody is in a room. */
export interface Standing {
  readonly role: Role;
  /** Owner in place of one who is away. */
  readonly acting: boolean;
  /** A host keeps their microphone muted. */
  readonly muted: boolean;
  /** Nobody but hosts is to notice what they do, and they are not to notice that. */
  readonly shadowMuted: boolean;
  /** They only listen until then, by the clock's own time, since they are new here. */
  readonly listensUntilMs?: number | undefined;
}

/** One person in one room: who they are and what they send. */
export class Member implements Correspondent, Named {
  readonly id: MemberId;
  readonly seat: number;
  readonly #options: MemberOptions;
  readonly #streams: SentStreams;
  readonly #appearance: Appearance;
  readonly #token = new SeatToken();
  readonly joinedAtMs: number;
  #standing: Standing;
  #carrier: Carrier | undefined;
  #addressPrefix: string | undefined;
  /** Their way to the server. */
  #line: Line = 'good';
  #hand: { raisedAtMs: number } | undefined;
  #pass: MemberPass;

  constructor(options: MemberOptions) {
    this.id = options.id;
    this.seat = options.seat;
    this.#options = options;
    this.joinedAtMs = options.clock.wallMs();
    this.#carrier = options.carrier;
    this.#addressPrefix = options.addressPrefix;
    this.#standing = options.standing;
    this.#pass = options.pass;
    this.#streams = new SentStreams({
      endpoint: () => this.#carrier?.endpoint,
      onChange: () => options.onChange(this),
    });
    void this.#streams.setRight(sendingRight(options.standing));
    this.#appearance = new Appearance(options.name);
    this.#appearance.freeze(options.standing.shadowMuted);
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
    return this.#token.now;
  }

  returnsWith(token: ReturnToken): boolean {
    return this.#token.opens(token, { empty: !this.#carrier });
  }

  /** They have the token of their return. */
  tokenArrived(): void {
    this.#token.arrived();
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

  /**
   * The same person in the same seat, over another connection, maybe from elsewhere. The `token` that they came with
   * is used up as soon as they have another.
   */
  comeBack(carrier: Carrier, { token, addressPrefix, pass }: Return): void {
    this.#token.renew(token);
    this.#carrier = carrier;
    this.#addressPrefix = addressPrefix;
    const { card = this.#pass.card, proved = this.#pass.proved } = pass;
    this.#pass = { card, proved };
    this.#options.onChange(this);
  }

  get pass(): MemberPass {
    return this.#pass;
  }

  /** They know the secret of the room as it is now. */
  setPass(pass: MemberPass): void {
    this.#pass = pass;
    this.#options.onChange(this);
  }

  get key(): string {
    return this.#options.key;
  }

  get addressPrefix(): string | undefined {
    return this.#addressPrefix;
  }

  get role(): Role {
    return this.#standing.role;
  }

  /** Resolves once nothing is forwarded that they may not send any more. Who was given leave to speak needs no raised hand. */
  async setStanding(standing: Standing): Promise<void> {
    const { role, acting, muted, shadowMuted, listensUntilMs } = this.#standing;
    const same =
      standing.role === role && standing.muted === muted && standing.listensUntilMs === listensUntilMs;
    if (same && standing.acting === acting && standing.shadowMuted === shadowMuted) return;
    this.#standing = standing;
    this.#appearance.freeze(standing.shadowMuted);
    if (same) return this.#options.onChange(this);
    if (role === 'listener' || (muted && !standing.muted)) this.#hand = undefined;
    const enforced = this.#streams.setRight(sendingRight(standing));
    this.#options.onChange(this);
    await enforced;
  }

  /** Who says what this member says. */
  get author(): Author {
    return { id: this.id, name: this.#appearance.name, key: this.#options.key };
  }

  /** To whom what they do is charged. */
  get party(): Party {
    return { prefix: this.#addressPrefix ?? '', key: this.#options.key };
  }

  get called(): Named['called'] {
    return this.#appearance.called;
  }

  get shadowMuted(): boolean {
    return this.#standing.shadowMuted;
  }

  /** As all but hosts see them while they are shadow muted: silent, and called what they were called before. */
  veiledView(): WireMember {
    const { hand: _, profile: __, line: ___, listensForMs: ____, ...view } = this.view();
    const microphone = view.microphone === 'live' ? 'muted' : view.microphone;
    return { ...view, ...this.#appearance.veiled, microphone, streams: [] };
  }

  /** The member as the others see it. */
  view(): WireMember {
    const { id, seat } = this;
    const { key } = this.#options;
    const { role, acting, muted, listensUntilMs } = this.#standing;
    const presence = this.#carrier ? 'here' : 'away';
    const line = this.#line === 'good' ? {} : { line: this.#line };
    const looks = this.#options.looksLikeAnother(this) ? { lookalike: true } : {};
    const listensForMs = Math.max(0, Math.ceil((listensUntilMs ?? 0) - this.#options.clock.nowMs()));
    const listens = listensUntilMs === undefined ? {} : { listensForMs };
    const right = { ...(muted && { microphoneRight: 'withheld' as const }), ...listens };
    const rank = { role, ...(acting && { acting }) };
    const [sent, { joinedAtMs }] = [this.#streams.view(), this];
    const presented = { ...this.#appearance.shown, ...(this.#hand && { hand: this.#hand }) };
    const { card } = this.#pass;
    const shown = card === undefined ? {} : { card };
    const about = { ...right, ...looks, ...line, ...sent, ...presented, ...shown };
    return { id, seat, key, presence, ...rank, ...about, joinedAtMs };
  }

  /** A hand that is up already keeps its place among the others. */
  setHand(raised: boolean): void {
    if (raised === (this.#hand !== undefined)) return;
    this.#hand = raised ? { raisedAtMs: this.#options.clock.wallMs() } : undefined;
    this.#options.onChange(this);
  }

  get handRaised(): boolean {
    return this.#hand !== undefined;
  }

  setLine(line: Line): void {
    if (line === this.#line || !this.#carrier) return;
    this.#line = line;
    this.#options.onChange(this);
  }

  setProfile(profile: Profile): void {
    if (this.#appearance.change(profile)) this.#options.onChange(this);
  }

  connectTransport(transportId: string, dtlsParameters: DtlsParameters): Promise<void> {
    return this.endpoint.connectTransport(transportId, dtlsParameters);
  }

  /** @throws RpcError `not_permitted`, and what the endpoint throws */
  produce(stream: NewStream): Promise<ProducerId> {
    return this.#streams.produce(stream);
  }

  /** @throws RpcError `not_permitted`, `not_found`, `connection_lost` */
  setProducerPaused(producerId: ProducerId, paused: boolean): Promise<void> {
    return this.#streams.setPaused(producerId, paused);
  }

  closeProducer(producerId: ProducerId): void {
    this.#streams.close(producerId);
  }

  setViews(views: readonly View[]): Promise<void> {
    return this.endpoint.setViews(views);
  }
}

function sendingRight({ role, muted }: Standing): SendingRight {
  if (role === 'listener') return 'none';
  return muted ? 'muted' : 'free';
}
