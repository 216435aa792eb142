import { type GivenRole, limits, type MemberId, type Role, type RoomSettings } from '@earshot/protocol';
import { type Author, personOf } from '../chat/chat-author.ts';
import type { Standing } from '../member.ts';
import type { Newcomers } from './newcomers.ts';

/** What is known of an owned room from before. */
export interface Ownership {
  ownerKey: string;
  roles: ReadonlyMap<string, GivenRole>;
  /** The keys of those who are shadow muted. */
  shadowMuted: Iterable<string>;
}

/** Who is what in one room, by person: the key, or where there is none the visit. Nothing here is written down. */
export class Roles {
  readonly #given: Map<string, GivenRole>;
  /** What those are whom nobody made anything: as it was when they came in. */
  readonly #asNewcomers = new Map<MemberId, 'speaker' | 'listener'>();
  readonly #newcomers: Pick<Newcomers, 'listensUntilMs'>;
  readonly #muted = new Set<string>();
  readonly #shadowMuted: Set<string>;
  #ownerKey: string | undefined;
  /** Who acts as owner while the owner is away. */
  acting: MemberId | undefined;

  constructor(ownership: Ownership | undefined, newcomers: Pick<Newcomers, 'listensUntilMs'>) {
    this.#newcomers = newcomers;
    this.#ownerKey = ownership?.ownerKey;
    this.#given = new Map(ownership?.roles);
    this.#shadowMuted = new Set(ownership?.shadowMuted);
  }

  get owned(): boolean {
    return this.#ownerKey !== undefined;
  }

  isOwner({ key }: { key: string }): boolean {
    return key !== '' && key === this.#ownerKey;
  }

  /** Whether they were made a moderator, and are not only acting for one. */
  isModerator(person: Author): boolean {
    return this.#given.get(personOf(person)) === 'moderator';
  }

  arrived({ id }: Author, speaking: RoomSettings['speaking']): void {
    this.#asNewcomers.set(id, speaking === 'everyone' ? 'speaker' : 'listener');
  }

  left(person: Author): void {
    this.#asNewcomers.delete(person.id);
    if (person.key) return;
    this.#given.delete(person.id);
    this.#muted.delete(person.id);
    this.#shadowMuted.delete(person.id);
  }

  /** Whoever listened only because they came late may speak; whoever was made a listener stays one. */
  everyoneSpeaks(): void {
    for (const id of this.#asNewcomers.keys()) this.#asNewcomers.set(id, 'speaker');
  }

  /** Whoever still listens because they are new does so now until they are made a speaker. */
  newcomersWait(): void {
    for (const id of this.#asNewcomers.keys()) {
      if (this.#newcomers.listensUntilMs(id) !== undefined) this.#asNewcomers.set(id, 'listener');
    }
  }

  of(person: Author): Role {
    if (!this.owned) return 'speaker';
    if (this.isOwner(person) || person.id === this.acting) return 'owner';
    const given = this.#given.get(personOf(person));
    if (given) return given;
    if (this.#newcomers.listensUntilMs(person.id) !== undefined) return 'listener';
    return this.#asNewcomers.get(person.id) ?? 'speaker';
  }

  /** Until when they listen because they are new, where nothing else keeps them from speaking. */
  #listensUntilMs(person: Author, role: Role): number | undefined {
    const onlyNew = !this.#given.has(personOf(person)) && this.#asNewcomers.get(person.id) !== 'listener';
    return role === 'listener' && onlyNew ? this.#newcomers.listensUntilMs(person.id) : undefined;
  }

  standing(person: Author): Standing {
    const role = this.of(person);
    const acting = role === 'owner' && !this.isOwner(person);
    const muted = role !== 'owner' && this.#muted.has(personOf(person));
    const listensUntilMs = this.#listensUntilMs(person, role);
    return { role, acting, muted, shadowMuted: this.isShadowMuted(person), listensUntilMs };
  }

  /** Owner and moderators never are. */
  isShadowMuted(person: Author): boolean {
    return this.#shadowMuted.has(personOf(person)) && !isHost(this.of(person));
  }

  /** Whether somebody is told of what the shadow muted do: hosts are. */
  isHost(person: Author): boolean {
    return isHost(this.of(person));
  }

  /** Whether what somebody does is kept from somebody else. Their own tabs see it, so that nothing seems amiss. */
  hides(from: Author, to: Author): boolean {
    return this.isShadowMuted(from) && personOf(from) !== personOf(to) && !this.isHost(to);
  }

  give(person: Author, role: GivenRole): void {
    const who = personOf(person);
    this.#given.delete(who);
    this.#given.set(who, role);
    if (this.#given.size <= limits.roomRoles) return;
    const least = [...this.#given].find(([, each]) => each !== 'moderator') ?? [...this.#given][0];
    if (least) this.#given.delete(least[0]);
  }

  setMuted(person: Author, muted: boolean): void {
    put(this.#muted, personOf(person), muted);
  }

  setShadowMuted(person: Author, shadowMuted: boolean): void {
    put(this.#shadowMuted, personOf(person), shadowMuted);
  }

  handOver(from: Author, to: Author): void {
    this.#given.delete(to.key);
    this.#ownerKey = to.key;
    this.acting = undefined;
    this.give(from, 'moderator');
  }
}

function isHost(role: Role): boolean {
  return role === 'owner' || role === 'moderator';
}

/** Beyond so many the one is forgotten that was put there first. */
function put(people: Set<string>, who: string, there: boolean): void {
  people.delete(who);
  if (there) people.add(who);
  const [first] = people;
  if (people.size > limits.roomRoles && first !== undefined) people.delete(first);
}
