import { type GivenRole, limits, type MemberId, type Role, type RoomSettings } from '@earshot/protocol';
import { type Author, personOf } from '../chat/chat-author.ts';
import type { Standing } from '../member.ts';

/** What is known of an owned room from before. */
export interface Ownership {
  ownerKey: string;
  roles: ReadonlyMap<string, GivenRole>;
}

/** Who is what in one room, by person: the key, or where there is none the visit. Nothing here is written down. */
export class Roles {
  readonly #given: Map<string, GivenRole>;
  /** What those are whom nobody made anything: as it was when they came in. */
  readonly #asNewcomers = new Map<MemberId, 'speaker' | 'listener'>();
  readonly #muted = new Set<string>();
  #ownerKey: string | undefined;
  /** Who acts as owner while the owner is away. */
  acting: MemberId | undefined;

  constructor(ownership: Ownership | undefined) {
    this.#ownerKey = ownership?.ownerKey;
    this.#given = new Map(ownership?.roles);
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
  }

  /** Whoever listened only because they came late may speak; whoever was made a listener stays one. */
  everyoneSpeaks(): void {
    for (const id of this.#asNewcomers.keys()) this.#asNewcomers.set(id, 'speaker');
  }

  of(person: Author): Role {
    if (!this.owned) return 'speaker';
    if (this.isOwner(person) || person.id === this.acting) return 'owner';
    return this.#given.get(personOf(person)) ?? this.#asNewcomers.get(person.id) ?? 'speaker';
  }

  standing(person: Author): Standing {
    const role = this.of(person);
    return { role, muted: role !== 'owner' && this.#muted.has(personOf(person)) };
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
    const who = personOf(person);
    this.#muted.delete(who);
    if (muted) this.#muted.add(who);
    const [first] = this.#muted;
    if (this.#muted.size > limits.roomRoles && first !== undefined) this.#muted.delete(first);
  }

  handOver(from: Author, to: Author): void {
    this.#given.delete(to.key);
    this.#ownerKey = to.key;
    this.acting = undefined;
    this.give(from, 'moderator');
  }
}
