import type { KeyName } from '@earshot/crypto';
import type { MemberId } from '@earshot/protocol';
import { nameText } from './key-holder.ts';

interface Debt {
  readonly key: string;
  readonly tries: number;
  readonly dueMs: number;
}

const firstAgainAfterMs = 1_000;
/** Each further ten members take as long again: all of them have letters from everybody to open. */
const membersPerPatience = 10;
/** Who has not said by then that they have it can still ask for it. */
const maxTries = 5;
/** Each letter costs a signature: nobody is given more of them by asking. */
const askEveryMs = 250;

/** Which members have not said yet that they have one's newest key. */
export class KeyDebts {
  readonly #debts = new Map<MemberId, Debt>();
  readonly #askedAtMs = new Map<MemberId, number>();

  /** @param among how many others are in the room */
  owe(id: MemberId, name: KeyName, { nowMs, among }: { nowMs: number; among: number }): void {
    const key = nameText(name);
    const before = this.#debts.get(id);
    const tries = before?.key === key ? before.tries + 1 : 0;
    const afterMs = firstAgainAfterMs * (1 + Math.floor(among / membersPerPatience));
    this.#debts.set(id, { key, tries, dueMs: nowMs + afterMs * 2 ** tries });
  }

  /**
   * While some still answer, the others are busy with their letters and have not lost them: they are left another
   * second.
   * @returns whether it was due
   */
  paid(id: MemberId, name: KeyName, nowMs: number): boolean {
    const key = nameText(name);
    if (this.#debts.get(id)?.key !== key) return false;
    this.#debts.delete(id);
    for (const [other, debt] of this.#debts)
      if (debt.key === key)
        this.#debts.set(other, { ...debt, dueMs: Math.max(debt.dueMs, nowMs + firstAgainAfterMs) });
    return true;
  }

  isDue(id: MemberId, nowMs: number): boolean {
    const debt = this.#debts.get(id);
    return debt !== undefined && debt.tries < maxTries && debt.dueMs <= nowMs;
  }

  /** When the next one is due. */
  dueMs(): number | undefined {
    const due = [...this.#debts.values()].filter(({ tries }) => tries < maxTries).map(({ dueMs }) => dueMs);
    return due.length > 0 ? Math.min(...due) : undefined;
  }

  /** Whether somebody who asks for the key is given it. */
  mayAsk(id: MemberId, nowMs: number): boolean {
    if (nowMs - (this.#askedAtMs.get(id) ?? Number.NEGATIVE_INFINITY) < askEveryMs) return false;
    this.#askedAtMs.set(id, nowMs);
    return true;
  }

  /** They are gone. */
  settle(id: MemberId): void {
    this.#debts.delete(id);
    this.#askedAtMs.delete(id);
  }
}
