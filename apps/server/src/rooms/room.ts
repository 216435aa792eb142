import { randomBytes } from 'node:crypto';
import { Emitter } from '@earshot/lifetime';
import {
  type CloseName,
  type LeaveReason,
  type MemberId,
  type RoomSettings,
  RpcError,
  type RtpCapabilities,
  type Member as WireMember,
} from '@earshot/protocol';
import type { Guard } from '../guard/guard.ts';
import type { MediaRoom } from '../media/media-plane.ts';
import { Acquaintances } from './acquaintances.ts';
import type { Admission, Applicant } from './admission.ts';
import type { Announcement, Audience } from './announcement.ts';
import { Chat } from './chat/chat.ts';
import type { ChatLog } from './chat/chat-log.ts';
import { Relay } from './data/relay.ts';
import { Entrance } from './entrance.ts';
import { Herald } from './herald.ts';
import { ChatOrder } from './hosting/chat-order.ts';
import { HostActs } from './hosting/host-acts.ts';
import { Hosting, type HostingOptions } from './hosting/hosting.ts';
import type { KeptSeats } from './kept-seats.ts';
import { LevelNews } from './level-news.ts';
import type { Member } from './member.ts';
import type { ResumeTickets } from './private/resume-tickets.ts';
import { RoomSecret } from './private/room-secret.ts';

/** People who talk with each other. It is there from the first join until the last leave. */
export class Room {
  /** Stands for the room in logs, which names stay out of. */
  readonly id = randomBytes(6).toString('base64url');
  readonly name: string;
  readonly startedAtMs: number;
  /** `announced`: what its members are told, before they are. */
  readonly events = new Emitter<{ closed: []; announced: [Announcement] }>();
  readonly hosting: Hosting;
  readonly acts: HostActs;
  readonly chat: Chat;
  /** Of a private room. */
  readonly secret: RoomSecret | undefined;
  readonly acquaintances: Acquaintances;
  readonly #media: MediaRoom;
  readonly #entrance: Entrance;
  readonly #herald: Herald;
  readonly #members = new Map<MemberId, Member>();
  readonly #keptSeats: KeptSeats;
  #closed = false;

  constructor(
    options: Omit<HostingOptions, 'room'> & {
      media: MediaRoom;
      guard: Guard;
      keptSeats: KeptSeats;
      /** Of those who come back into private rooms. */
      tickets: ResumeTickets;
      /** What was said here before the room was empty. */
      chatLog?: ChatLog | undefined;
    },
  ) {
    this.name = options.name;
    this.#media = options.media;
    this.#keptSeats = options.keptSeats;
    this.startedAtMs = options.clock.wallMs();
    const members = () => this.#members.values();
    const onAnnounced = (announcement: Announcement) => this.events.emit('announced', announcement);
    this.#herald = new Herald({ members: this.#members, roles: () => this.hosting.roles, onAnnounced });
    this.hosting = new Hosting({
      ...options,
      room: {
        members,
        announce: (announcement) => this.#herald.announce(announcement),
        tellHosts: (announcement) => this.#herald.toHosts(announcement),
        reveal: (readers) => this.#reveal(readers),
        sendOut: (member, why) => this.sendOut(member, why),
      },
    });
    this.acts = new HostActs(this.hosting);
    this.secret = RoomSecret.of(options.record?.epoch, {
      ...options,
      room: this.name,
      members,
      announce: (announcement) => this.#herald.announce(announcement),
      sendOut: (member) => this.sendOut(member, 'not_proved'),
    });
    const rules = new ChatOrder(this.hosting, options.clock);
    const encrypted = () => this.encrypted;
    this.chat = new Chat({ ...options, members, rules, encrypted, log: options.chatLog });
    this.acquaintances = new Acquaintances({
      clock: options.clock,
      member: (id) => this.#members.get(id),
      log: this.chat.log,
    });
    const relay = new Relay({ members, chat: this.chat, roles: this.hosting.roles, encrypted });
    this.#entrance = new Entrance({
      members: this.#members,
      media: options.media,
      house: options.guard.house,
      hosting: this.hosting,
      secret: this.secret,
      chat: this.chat,
      relay,
      keptSeats: options.keptSeats,
      clock: options.clock,
      closed: () => this.#closed,
      herald: this.#herald,
      lose: (member, audience) => this.lose(member, audience),
    });
    const levelNews = new LevelNews({
      members: this.#members,
      roles: () => this.hosting.roles,
      announce: (announcement) => this.#herald.announce(announcement),
      onAnnounced,
    });
    this.#media.events.on('consumerAdded', (owner, consumer) =>
      this.#herald.tell(owner, { method: 'consumerAdded', params: { consumer } }),
    );
    this.#media.events.on('consumerRemoved', (owner, consumerId) =>
      this.#herald.tell(owner, { method: 'consumerRemoved', params: { consumerId } }),
    );
    this.#media.events.on('levels', (levels) => levelNews.tell(levels));
    this.#media.events.on('line', (owner, line) => this.#members.get(owner)?.setLine(line));
    this.#media.events.on('flooded', (owner) => this.#members.get(owner)?.carrier?.audience.end('flooded'));
    this.#media.events.on('packet', (owner, packet) => this.#packetCame(owner, packet));
    this.#media.events.on('channel', (owner, state) => {
      const postbox = this.#members.get(owner)?.postbox;
      if (state === 'opened') postbox?.channelOpened();
      else postbox?.channelClosed();
    });
    this.#media.events.on('lost', () => this.end('media_lost'));
  }

  get closed(): boolean {
    return this.#closed;
  }

  get size(): number {
    return this.#members.size;
  }

  /** Everyone, as somebody sees them who is not in the room. */
  get members(): WireMember[] {
    return this.#herald.publicViews;
  }

  /** Everyone, in the order in which they came. */
  get people(): readonly Member[] {
    return [...this.#members.values()];
  }

  /** How many are there, those whose connection is lost left out. */
  get present(): number {
    return [...this.#members.values()].filter(({ carrier }) => carrier).length;
  }

  get settings(): RoomSettings {
    return this.hosting.settings;
  }

  /** Whether all that is said, shown and written in it is sealed. */
  get encrypted(): boolean {
    return this.settings.encrypted === true;
  }

  /** Whether somebody owns it. */
  get owned(): boolean {
    return this.hosting.owned;
  }

  get routerRtpCapabilities(): RtpCapabilities {
    return this.#media.rtpCapabilities;
  }

  /** @throws RpcError `not_found` where no such member is in the room */
  member(id: MemberId): Member {
    const member = this.#members.get(id);
    if (!member) throw new RpcError('not_found');
    return member;
  }

  /**
   * @throws RpcError `banned`, `room_locked`, `room_full`; `connection_lost` when the room ended meanwhile; in an
   *   encrypted one `encryption_required`; in a private one also `proof_required`, `epoch_passed`
   */
  async admit(applicant: Applicant): Promise<Admission> {
    try {
      return { room: this, ...(await this.#entrance.admit(applicant)) };
    } finally {
      this.closeIfEmpty();
    }
  }

  /** The connection of a member is lost: the seat is kept for a while. Nothing if it had been replaced. */
  lose(member: Member, audience: Audience): void {
    if (!this.#members.has(member.id) || member.carrier?.audience !== audience) return;
    this.#keptSeats.keep(member, () => this.remove(member, 'lost'));
    member.goAway();
    void this.hosting.refresh();
  }

  /** Takes a member out and tells the others. Safe to call twice. */
  remove(member: Member, reason: LeaveReason): void {
    if (!this.#members.delete(member.id)) return;
    this.#keptSeats.forget(member);
    member.carrier?.postbox.close();
    member.carrier?.endpoint.close();
    this.chat.left(member);
    this.secret?.left(member);
    this.acquaintances.left(member);
    this.#herald.announce({ method: 'memberLeft', params: { memberId: member.id, reason } });
    // A vote on them ends after they are gone: who is still there when it does stays.
    this.hosting.left(member);
    this.closeIfEmpty();
  }

  /** Takes a member out for good and ends their connection. */
  sendOut(member: Member, why: 'removed' | 'banned' | 'barred' | 'not_proved'): void {
    const { carrier } = member;
    this.remove(member, 'removed');
    carrier?.audience.end(why);
  }

  /** Ends the room for everyone in it. */
  end(reason: CloseName): void {
    const members = [...this.#members.values()];
    this.#members.clear();
    for (const { postbox } of members) postbox?.close();
    this.#close();
    for (const member of members) {
      this.#keptSeats.forget(member);
      member.carrier?.audience.end(reason);
    }
  }

  closeIfEmpty(): void {
    if (this.#members.size === 0 && !this.#entrance.busy) this.#close();
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.hosting.close();
    this.secret?.close();
    this.#media.close();
    this.events.emit('closed');
  }

  #packetCame(owner: MemberId, packet: Uint8Array): void {
    try {
      this.#members.get(owner)?.postbox?.receive('data_channel', packet);
    } catch (error) {
      // Counted by the postbox; over a channel there is nobody to answer.
      if (!(error instanceof RpcError)) throw error;
    }
  }

  /** Everybody is sent what they may hear and see now, and these are told of the shadow muted anew. */
  async #reveal(readers: readonly Member[]): Promise<void> {
    for (const reader of readers) this.#herald.reveal(reader);
    const endpoints = [...this.#members.values()].map(({ carrier }) => carrier?.endpoint);
    // One that ends meanwhile keeps the others waiting no longer.
    await Promise.allSettled(endpoints.map((endpoint) => endpoint?.reconsider()));
  }
}
