import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits, type MemberId } from '@earshot/protocol';

/** A member, as far as it matters for who acts as owner. */
export interface Candidate {
  readonly id: MemberId;
  readonly present: boolean;
  readonly owner: boolean;
  readonly moderator: boolean;
  readonly joinedAtMs: number;
}

interface SuccessionOptions {
  clock: Clock;
  /** The time is over: look again. */
  onDue(): void;
}

/** Finds out who acts as owner: nobody while the owner is here, or has been gone for a short while only. */
export class Succession {
  readonly #options: SuccessionOptions;
  #away: { cancel: CancelTimer; due: boolean } | undefined;
  #acting: MemberId | undefined;

  constructor(options: SuccessionOptions) {
    this.#options = options;
  }

  /** @returns who acts as owner, given who is in the room. */
  look(people: readonly Candidate[]): MemberId | undefined {
    if (people.some(({ owner, present }) => owner && present)) {
      this.close();
      return undefined;
    }
    this.#away ??= this.#begin();
    const able = people.filter(({ moderator, present }) => moderator && present);
    const still = able.some(({ id }) => id === this.#acting);
    const [longest] = able.toSorted((one, other) => one.joinedAtMs - other.joinedAtMs);
    if (!still) this.#acting = this.#away.due ? longest?.id : undefined;
    return this.#acting;
  }

  close(): void {
    this.#away?.cancel();
    this.#away = undefined;
    this.#acting = undefined;
  }

  #begin(): { cancel: CancelTimer; due: boolean } {
    const { clock, onDue } = this.#options;
    const away = {
      due: false,
      cancel: clock.after(limits.ownerAwayMs, () => {
        away.due = true;
        onDue();
      }),
    };
    return away;
  }
}
