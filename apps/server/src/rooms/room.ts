import { randomBytes } from 'node:crypto';
import { type Clock, Emitter } from '@earshot/lifetime';
import {
  type CloseName,
  type Consumer,
  type LeaveReason,
  limits,
  type MemberId,
  RpcError,
  type RtpCapabilities,
  type Member as WireMember,
} from '@earshot/protocol';
import type { MediaEndpoint, MediaRoom } from '../media/media-plane.ts';
import type { Announcement, Audience } from './announcement.ts';
import { Member } from './member.ts';

export interface Applicant {
  name: string;
  rtpCapabilities: RtpCapabilities;
  audience: Audience;
}

/** What a newcomer finds, taken in the moment they came in: the audience is told whatever comes after. */
export interface Admission {
  room: Room;
  member: Member;
  others: WireMember[];
  consumers: readonly Consumer[];
}

/** People who talk with each other. It is there from the first join until the last leave. */
export class Room {
  /** Stands for the room in logs, which names stay out of. */
  readonly id = randomBytes(6).toString('base64url');
  readonly name: string;
  readonly startedAtMs: number;
  readonly events = new Emitter<{ closed: [] }>();
  readonly #media: MediaRoom;
  readonly #clock: Clock;
  readonly #members = new Map<MemberId, Member>();
  #joining = 0;
  #lastSeat = -1;
  #closed = false;

  constructor(options: { name: string; media: MediaRoom; clock: Clock }) {
    this.name = options.name;
    this.#media = options.media;
    this.#clock = options.clock;
    this.startedAtMs = options.clock.wallMs();
    this.#media.events.on('consumerAdded', (owner, consumer) =>
      this.#tell(owner, { method: 'consumerAdded', params: { consumer } }),
    );
    this.#media.events.on('consumerRemoved', (owner, consumerId) =>
      this.#tell(owner, { method: 'consumerRemoved', params: { consumerId } }),
    );
    this.#media.events.on('levels', (levels) => this.#announceLevels(levels));
    this.#media.events.on('flooded', (owner) => this.#members.get(owner)?.audience.end('flooded'));
    this.#media.events.on('lost', () => this.end('media_lost'));
  }

  get closed(): boolean {
    return this.#closed;
  }

  get size(): number {
    return this.#members.size;
  }

  get routerRtpCapabilities(): RtpCapabilities {
    return this.#media.rtpCapabilities;
  }

  /** @throws RpcError `room_full`; `connection_lost` when the room ended meanwhile. */
  async admit({ name, rtpCapabilities, audience }: Applicant): Promise<Admission> {
    if (this.#members.size + this.#joining >= limits.roomMembers) throw new RpcError('room_full');
    const id = randomBytes(12).toString('base64url');
    this.#joining += 1;
    try {
      const endpoint = await this.#openEndpoint(id, rtpCapabilities);
      this.#lastSeat += 1;
      const member = new Member({
        id,
        seat: this.#lastSeat,
        name,
        joinedAtMs: this.#clock.wallMs(),
        endpoint,
        audience,
        onChange: () => {
          // What was under way when the member left must not bring them back.
          if (this.#members.has(id)) this.#announceMember('memberChanged', member);
        },
      });
      const others = [...this.#members.values()].map((other) => other.view());
      this.#announceMember('memberJoined', member);
      this.#members.set(id, member);
      return { room: this, member, others, consumers: endpoint.consumers };
    } finally {
      this.#joining -= 1;
      this.#closeIfEmpty();
    }
  }

  async #openEndpoint(owner: MemberId, rtpCapabilities: RtpCapabilities): Promise<MediaEndpoint> {
    try {
      const endpoint = await this.#media.openEndpoint({ owner, rtpCapabilities });
      if (!this.#closed) return endpoint;
    } catch (error) {
      if (!this.#closed) throw error;
    }
    throw new RpcError('connection_lost', { detail: 'the room ended' });
  }

  /** Takes a member out and tells the others. Safe to call twice. */
  remove(member: Member, reason: LeaveReason): void {
    if (!this.#members.delete(member.id)) return;
    member.endpoint.close();
    this.#announce({ method: 'memberLeft', params: { memberId: member.id, reason } });
    this.#closeIfEmpty();
  }

  /** Ends the room for everyone in it. */
  end(reason: CloseName): void {
    const members = [...this.#members.values()];
    this.#members.clear();
    this.#close();
    for (const { audience } of members) audience.end(reason);
  }

  #closeIfEmpty(): void {
    if (this.#members.size === 0 && this.#joining === 0) this.#close();
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#media.close();
    this.events.emit('closed');
  }

  #announceMember(method: 'memberJoined' | 'memberChanged', member: Member): void {
    this.#announce({ method, params: { member: member.view() } });
  }

  #announceLevels(byMember: ReadonlyMap<MemberId, number>): void {
    const levels: number[] = [];
    for (const [id, level] of byMember) {
      const seat = this.#members.get(id)?.seat;
      if (seat !== undefined) levels.push(seat, level);
    }
    this.#announce({ method: 'levels', params: { levels } });
  }

  #announce(announcement: Announcement): void {
    for (const { audience } of this.#members.values()) audience.tell(announcement);
  }

  #tell(memberId: MemberId, announcement: Announcement): void {
    this.#members.get(memberId)?.audience.tell(announcement);
  }
}
