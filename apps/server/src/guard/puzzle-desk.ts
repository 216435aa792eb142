import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import { limits, type Puzzle, type PuzzleSolution, PuzzleWork } from '@earshot/protocol';

/** What a puzzle stands before. */
export type Purpose = 'join' | 'create' | 'post';

const challengeForm = /^(join|create|post)\.(\d{1,2})\.([\da-z]{1,11})\.([\w-]{16})\.([\w-]{22})$/;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/**
 * Gives out puzzles and checks their solutions. What was given out is not kept: a puzzle says what it is for
 * and until when, sealed with a secret of this process for the address prefix that asked. Only solutions are
 * remembered, until they expire.
 */
export class PuzzleDesk {
  readonly #clock: Clock;
  readonly #secret = randomBytes(32);
  /** Seals that are spent, and until when their puzzles are valid; in the order of spending. */
  readonly #spent = new Map<string, number>();
  /** Spent ones that had to be forgotten: nothing that expires by then is taken any more. */
  #forgottenUntilMs = 0;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  issue(purpose: Purpose, { bits, prefix }: { bits: number; prefix: string }): Puzzle {
    const untilMs = Math.ceil(this.#clock.nowMs()) + limits.puzzleValidMs;
    const salt = randomBytes(12).toString('base64url');
    const claim = `${purpose}.${bits}.${untilMs.toString(36)}.${salt}`;
    return { challenge: `${claim}.${this.#seal(claim, prefix)}`, bits };
  }

  /** @returns whether work enough was done, for this and by whoever was asked to. It is spent then. */
  redeem({ challenge, answer }: PuzzleSolution, { purposes, prefix, bits: due }: Redeeming): boolean {
    const [, purpose = '', bits, until = '', salt = '', seal = ''] = challengeForm.exec(challenge) ?? [];
    if (!purposes.includes(purpose as Purpose)) return false;
    // Whoever got it in easier times may have many more of them.
    if (Number(bits) < due - limits.puzzleBitsForgiven) return false;
    if (!sameText(seal, this.#seal(`${purpose}.${bits}.${until}.${salt}`, prefix))) return false;
    const untilMs = Number.parseInt(until, 36);
    if (untilMs < this.#clock.nowMs() || untilMs <= this.#forgottenUntilMs || this.#spent.has(seal)) {
      return false;
    }
    if (new PuzzleWork(challenge, sha256).zeroBits(answer) < Number(bits)) return false;
    this.#spend(seal, untilMs);
    return true;
  }

  get remembered(): number {
    return this.#spent.size;
  }

  #spend(seal: string, untilMs: number): void {
    const nowMs = this.#clock.nowMs();
    for (const [old, oldUntilMs] of this.#spent) {
      if (oldUntilMs >= nowMs) break;
      this.#spent.delete(old);
    }
    this.#spent.set(seal, untilMs);
    if (this.#spent.size <= limits.puzzlesRemembered) return;
    const [oldest] = this.#spent;
    if (!oldest) return;
    this.#spent.delete(oldest[0]);
    this.#forgottenUntilMs = Math.max(this.#forgottenUntilMs, oldest[1]);
  }

  #seal(claim: string, prefix: string): string {
    const mac = createHmac('sha256', this.#secret).update(`${claim}|${prefix}`).digest();
    return mac.subarray(0, 16).toString('base64url');
  }
}

interface Redeeming {
  purposes: readonly Purpose[];
  prefix: string;
  /** What is asked for now. */
  bits: number;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
