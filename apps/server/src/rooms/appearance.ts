import type { Profile, Member as WireMember } from '@earshot/protocol';
import type { Named } from './look-alikes.ts';

export type Shown = Pick<WireMember, 'name' | 'profile'>;

/** How somebody presents themselves. */
export class Appearance {
  #profile: Profile;
  #called: Named['called'];
  /** As others have seen them since they were shadow muted: a name says something, too. */
  #frozen: Shown | undefined;

  constructor(name: string) {
    this.#profile = { name, emoji: '', status: '' };
    this.#called = called(name);
  }

  get name(): string {
    return this.#profile.name;
  }

  /** Their name, and its place in the order in which all names were taken. */
  get called(): Named['called'] {
    return this.#called;
  }

  get shown(): Shown {
    const { name, emoji, status } = this.#profile;
    return { name, ...((emoji || status) && { profile: { emoji, status } }) };
  }

  /** What those see from whom it is kept that anything changes. */
  get veiled(): Shown {
    return this.#frozen ?? this.shown;
  }

  /** Whether others go on seeing what they see now, or what there is. */
  freeze(on: boolean): void {
    this.#frozen = on ? (this.#frozen ?? this.shown) : undefined;
  }

  /** @returns whether anything is new */
  change(profile: Profile): boolean {
    const { name, emoji, status } = this.#profile;
    if (profile.name === name && profile.emoji === emoji && profile.status === status) return false;
    this.#profile = profile;
    if (profile.name !== name) this.#called = called(profile.name);
    return true;
  }
}

let namesTaken = 0;

function called(name: string): Named['called'] {
  namesTaken += 1;
  return { name, order: namesTaken };
}
