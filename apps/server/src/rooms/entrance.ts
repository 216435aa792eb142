import { randomBytes } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import { type MemberId, type ReturnToken, RpcError } from '@earshot/protocol';
import type { HouseRules } from '../guard/house/house-rules.ts';
import type { MediaEndpoint, MediaRoom, NewEndpoint } from '../media/media-plane.ts';
import type { Admission, Applicant } from './admission.ts';
import type { Audience } from './announcement.ts';
import type { Chat } from './chat/chat.ts';
import type { Author } from './chat/chat-author.ts';
import { openPostbox } from './data/member-postbox.ts';
import type { Take } from './data/postbox.ts';
import type { Relay } from './data/relay.ts';
import type { Herald } from './herald.ts';
import type { Hosting } from './hosting/hosting.ts';
import type { KeptSeats } from './kept-seats.ts';
import { looksLikeAnother, whoLooksLike } from './look-alikes.ts';
import { type Carrier, Member } from './member.ts';
import { checkCard } from './private/member-pass.ts';
import type { RoomSecret } from './private/room-secret.ts';

interface EntranceOptions {
  /** Those inside: whoever is let in stands there from then on. */
  members: Map<MemberId, Member>;
  media: MediaRoom;
  /** What the operator says, who was asked before they came to this door. */
  house: HouseRules;
  hosting: Hosting;
  /** Of a private room. */
  secret: RoomSecret | undefined;
  chat: Chat;
  relay: Relay;
  keptSeats: KeptSeats;
  clock: Clock;
  /** Whether the room has ended. */
  closed(): boolean;
  herald: Herald;
  /** The connection that a member had is worth nothing any more. */
  lose(member: Member, audience: Audience): void;
}

type Entry = Omit<Admission, 'room'>;

/** The way into a room: for newcomers, and for those who come back into a seat that is theirs. */
export class Entrance {
  readonly #options: EntranceOptions;
  #joining = 0;
  #lastSeat = -1;

  constructor(options: EntranceOptions) {
    this.#options = options;
  }

  /** Whether somebody is on their way in. */
  get busy(): boolean {
    return this.#joining > 0;
  }

  /**
   * @throws RpcError `barred`, `banned`, `room_locked`, `room_full`; `connection_lost` when the room ended meanwhile;
   *   in an encrypted room `encryption_required`; in a private one also `proof_required`, `epoch_passed`
   */
  async admit(applicant: Applicant): Promise<Entry> {
    const former = this.#formerSeat(applicant);
    if (former) return this.#welcomeBack(former.member, applicant, former.token);
    const { members, hosting, secret } = this.#options;
    secret?.check(applicant.pass.proved);
    checkCard(hosting.settings, applicant.pass);
    hosting.checkEntry(applicant, members.size + this.#joining);
    this.#joining += 1;
    try {
      return await this.#welcome(applicant);
    } finally {
      this.#joining -= 1;
    }
  }

  #formerSeat({ key, returning }: Applicant): { member: Member; token: ReturnToken } | undefined {
    if (returning === undefined) return undefined;
    const member = [...this.#options.members.values()].find(
      // With another key it is somebody else, or they are not the person any more whose seat it was.
      (each) => each.returnsWith(returning) && (key === '' || ['', key].includes(each.key)),
    );
    return member && { member, token: returning };
  }

  async #welcome(applicant: Applicant): Promise<Entry> {
    const { members, house, hosting, secret, chat, clock, herald } = this.#options;
    const { name, key, addressPrefix, rtpCapabilities, sources, audience, pass } = applicant;
    const id = randomBytes(12).toString('base64url');
    const hears = this.#hears({ id, name, key });
    const endpoint = await this.#openEndpoint({ owner: id, rtpCapabilities, sources, hears });
    this.#orClose(endpoint, () => {
      house.checkVisitor(applicant);
      secret?.check(pass.proved);
      hosting.checkEntry(applicant, members.size);
    });
    this.#lastSeat += 1;
    const member: Member = new Member({
      id,
      seat: this.#lastSeat,
      name,
      key,
      addressPrefix,
      standing: hosting.welcome({ id, name, key }),
      pass,
      clock,
      carrier: this.#carrier({ endpoint, audience, member: () => member }),
      looksLikeAnother: (one) => looksLikeAnother(one, members.values()),
      onChange: () => {
        // What was under way when the member left must not bring them back.
        if (members.has(id)) herald.member('memberChanged', member);
      },
    });
    const others = [...members.values()].map((other) => herald.viewFor(member.author, other));
    herald.member('memberJoined', member);
    members.set(id, member);
    const alike = whoLooksLike(member, members.values());
    for (const each of alike) herald.member('memberChanged', each);
    chat.arrived(member);
    void hosting.refresh();
    // Whoever was shadow muted while they were on their way in.
    void endpoint.reconsider();
    return { member, others, consumers: endpoint.consumers, returned: false };
  }

  /**
   * @throws RpcError `barred`, `banned`, `proof_required`; `connection_lost` when the room ended or the seat was taken
   *   meanwhile.
   */
  async #welcomeBack(member: Member, applicant: Applicant, token: ReturnToken): Promise<Entry> {
    const { members, house, hosting, secret, keptSeats, lose, herald } = this.#options;
    const { addressPrefix, rtpCapabilities, sources, audience, pass } = applicant;
    const check = () => {
      house.checkVisitor(applicant);
      secret?.checkReturn(member.pass.proved, pass.proved);
      hosting.checkReturn(member, addressPrefix);
    };
    check();
    const replaced = member.carrier?.audience;
    if (replaced) {
      lose(member, replaced);
      replaced.end('replaced');
    }
    const hears = this.#hears(member.author);
    const giveUp = keptSeats.hold(member);
    try {
      const endpoint = await this.#openEndpoint({ owner: member.id, rtpCapabilities, sources, hears });
      // From here on nothing is waited for, so that of several returns at once one takes the seat.
      this.#orClose(endpoint, () => {
        if (!members.has(member.id) || member.carrier) throw seatGone();
        check();
      });
      this.#renew(member, applicant.name);
      const carrier = this.#carrier({ endpoint, audience, member: () => member });
      member.comeBack(carrier, { token, addressPrefix, pass });
    } catch (error) {
      if (members.has(member.id) && !member.carrier) giveUp();
      throw error;
    }
    // Another return of theirs may have failed meanwhile.
    keptSeats.forget(member);
    void hosting.refresh();
    const { endpoint } = member;
    const others = [...members.values()].filter((other) => other !== member);
    void endpoint.reconsider();
    const views = others.map((other) => herald.viewFor(member.author, other));
    return { member, others: views, consumers: endpoint.consumers, returned: true };
  }

  #hears(reader: Author): NewEndpoint['hears'] {
    const { members, hosting } = this.#options;
    return (owner) => {
      const member = members.get(owner);
      return !member || !hosting.roles.hides(member.author, reader);
    };
  }

  /** What a seat said of itself need not be allowed any more. @param name what its holder is called, which is */
  #renew(member: Member, name: string): void {
    const { house } = this.#options;
    const { profile = { emoji: '', status: '' }, name: before } = member.view();
    const kept = (text: string, instead: string) => (house.refuses(text) ? instead : text);
    member.setProfile({ name: kept(before, name), emoji: profile.emoji, status: kept(profile.status, '') });
  }

  /** They may have been banned, or the secret changed, while they were on their way in. @throws RpcError what the check throws */
  #orClose(endpoint: MediaEndpoint, check: () => void): void {
    try {
      check();
    } catch (error) {
      endpoint.close();
      throw error;
    }
  }

  #carrier(options: Omit<Carrier, 'postbox'> & { member(): Member }): Carrier {
    const { endpoint, audience, member } = options;
    const { relay, clock } = this.#options;
    const take: Take = (post, how) => relay.take(member(), post, how);
    return { endpoint, audience, postbox: openPostbox({ clock, endpoint, audience, take }) };
  }

  async #openEndpoint(options: NewEndpoint): Promise<MediaEndpoint> {
    const { media, closed } = this.#options;
    try {
      const endpoint = await media.openEndpoint(options);
      if (!closed()) return endpoint;
    } catch (error) {
      if (!closed()) throw error;
    }
    throw new RpcError('connection_lost', { detail: 'the room ended' });
  }
}

function seatGone(): RpcError {
  return new RpcError('connection_lost', { detail: 'the seat was given up' });
}
