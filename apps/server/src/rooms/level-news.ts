import type { MemberId } from '@earshot/protocol';
import type { Announcement } from './announcement.ts';
import type { Roles } from './hosting/roles.ts';
import type { Member } from './member.ts';

interface LevelNewsOptions {
  members: ReadonlyMap<MemberId, Member>;
  roles(): Pick<Roles, 'hides'>;
  /** Tells everybody the same. */
  announce(announcement: Announcement): void;
  /** As `announce`, to whoever listens from outside. */
  onAnnounced(announcement: Announcement): void;
}

interface Speaker {
  readonly member: Member;
  readonly level: number;
}

/**
 * Who speaks, for everybody the same, until somebody does who is shadow muted: from then on, until all fall silent,
 * each is told of those they hear, and nothing at all while these are silent.
 */
export class LevelNews {
  readonly #options: LevelNewsOptions;
  /** Those who were told of a voice last, and not yet that it fell silent. */
  #loud = new Set<Member>();
  #apart = false;
  #wasLoud = false;

  constructor(options: LevelNewsOptions) {
    this.#options = options;
  }

  tell(byMember: ReadonlyMap<MemberId, number>): void {
    const { members, announce } = this.#options;
    const speakers = [...byMember].flatMap(([id, level]) => {
      const member = members.get(id);
      return member ? [{ member, level }] : [];
    });
    const open = speakers.filter(({ member }) => !member.shadowMuted);
    if (open.length < speakers.length && !this.#apart) {
      this.#apart = true;
      this.#loud = new Set(this.#wasLoud ? members.values() : []);
    }
    if (this.#apart) this.#tellApart(speakers, open);
    else announce(levels(speakers));
    this.#wasLoud = speakers.length > 0;
    if (!this.#wasLoud) this.#apart = false;
  }

  #tellApart(speakers: readonly Speaker[], open: readonly Speaker[]): void {
    const { members, roles, onAnnounced } = this.#options;
    const [all, others] = [levels(speakers), levels(open)];
    onAnnounced(others);
    for (const reader of members.values()) {
      const heard = speakers.filter(({ member }) => !roles().hides(member.author, reader.author));
      if (heard.length === 0 && !this.#loud.delete(reader)) continue;
      if (heard.length > 0) this.#loud.add(reader);
      const news =
        heard.length === speakers.length ? all : heard.length === open.length ? others : levels(heard);
      reader.carrier?.audience.tell(news);
    }
  }
}

function levels(speakers: readonly Speaker[]): Announcement {
  return {
    method: 'levels',
    params: { levels: speakers.flatMap(({ member, level }) => [member.seat, level]) },
  };
}
