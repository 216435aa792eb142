import type { MemberId, Member as WireMember } from '@earshot/protocol';
import type { Announcement } from './announcement.ts';
import type { Author } from './chat/chat-author.ts';
import type { Roles } from './hosting/roles.ts';
import type { Member } from './member.ts';

interface HeraldOptions {
  members: ReadonlyMap<MemberId, Member>;
  roles(): Pick<Roles, 'hides' | 'isHost'>;
  /** Hears what all are told, before they are, and as somebody would who is not in the room. */
  onAnnounced(announcement: Announcement): void;
}

/** What was told last of somebody who is shadow muted: they and the others are to notice nothing that is not new to them. */
interface Told {
  own: string;
  others: string;
}

/** Tells the members of a room what happens in it, each of them what is for their eyes. */
export class Herald {
  readonly #options: HeraldOptions;
  readonly #told = new WeakMap<Member, Told>();

  constructor(options: HeraldOptions) {
    this.#options = options;
  }

  announce(announcement: Announcement): void {
    this.#options.onAnnounced(announcement);
    for (const { carrier } of this.#options.members.values()) carrier?.audience.tell(announcement);
  }

  toHosts(announcement: Announcement): void {
    for (const { author, carrier } of this.#options.members.values()) {
      if (this.#options.roles().isHost(author)) carrier?.audience.tell(announcement);
    }
  }

  tell(memberId: MemberId, announcement: Announcement): void {
    this.#options.members.get(memberId)?.carrier?.audience.tell(announcement);
  }

  /** Somebody, as this person is to see them. */
  viewFor(reader: Author, member: Member): WireMember {
    if (!member.shadowMuted) return member.view();
    const roles = this.#options.roles();
    if (roles.hides(member.author, reader)) return member.veiledView();
    return roles.isHost(reader) ? { ...member.view(), shadowMuted: true } : member.view();
  }

  /** Everybody, as somebody sees them who is not in the room. */
  get publicViews(): WireMember[] {
    return [...this.#options.members.values()].map((member) =>
      member.shadowMuted ? member.veiledView() : member.view(),
    );
  }

  member(method: 'memberJoined' | 'memberChanged', member: Member): void {
    const before = this.#told.get(member);
    if (!member.shadowMuted && !before) {
      this.announce({ method, params: { member: member.view() } });
      return;
    }
    const own = { method, params: { member: member.view() } };
    const others = member.shadowMuted ? { method, params: { member: member.veiledView() } } : own;
    const hosts = {
      method,
      params: { member: { ...member.view(), ...(member.shadowMuted && { shadowMuted: true }) } },
    };
    const now = { own: JSON.stringify(own.params), others: JSON.stringify(others.params) };
    // Nothing but the shadow is new where there was none.
    const told = before ?? { own: now.own, others: now.own };
    if (member.shadowMuted) this.#told.set(member, now);
    else this.#told.delete(member);
    const joined = method === 'memberJoined';
    this.#options.onAnnounced(others);
    const roles = this.#options.roles();
    for (const { author, carrier } of this.#options.members.values()) {
      if (roles.isHost(author)) carrier?.audience.tell(hosts);
      else if (samePerson(author, member.author)) {
        if (joined || now.own !== told.own) carrier?.audience.tell(own);
      } else if (joined || now.others !== told.others) carrier?.audience.tell(others);
    }
  }

  /** Somebody has become a host, or is none any more: they see the shadow muted otherwise than before. */
  reveal(reader: Member): void {
    for (const member of this.#options.members.values()) {
      if (!member.shadowMuted || member === reader) continue;
      const view = this.viewFor(reader.author, member);
      reader.carrier?.audience.tell({ method: 'memberChanged', params: { member: view } });
    }
  }
}

function samePerson(one: Author, other: Author): boolean {
  return one.id === other.id || (one.key !== '' && one.key === other.key);
}
