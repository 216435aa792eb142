import { constantTimeEqual } from '../constant-time-equal.ts';
import { CryptoError } from '../crypto-error.ts';
import type { MemberCard } from './member-card.ts';

/**
 * Whose slot is whose, as the cards say it and not the server. One slot holds one member: a second card for
 * it is refused until the first member has left.
 */
export class MemberBook {
  readonly #bySlot = new Map<number, MemberCard>();

  /** @throws CryptoError `slot_taken`, also where somebody would sit in two places */
  add(card: MemberCard): void {
    const there = this.#bySlot.get(card.slot);
    if (there && constantTimeEqual(there.bytes, card.bytes)) return;
    const twice = [...this.#bySlot.values()].some((other) => constantTimeEqual(other.visit, card.visit));
    if (there || twice) throw new CryptoError('slot_taken');
    this.#bySlot.set(card.slot, card);
  }

  /** Whether there was anybody to remove. */
  remove(slot: number): boolean {
    return this.#bySlot.delete(slot);
  }

  /** @throws CryptoError `unknown_key` */
  at(slot: number): MemberCard {
    const card = this.#bySlot.get(slot);
    if (!card) throw new CryptoError('unknown_key');
    return card;
  }

  get cards(): readonly MemberCard[] {
    return [...this.#bySlot.values()];
  }
}
