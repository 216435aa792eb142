import type { CancelTimer, Clock } from './clock.ts';

interface Alarm {
  atMs: number;
  everyMs: number | undefined;
  run: () => void;
}

/** A clock that stands still until told to move: for tests that must not wait. */
export class ManualClock implements Clock {
  #nowMs = 0;
  readonly #startWallMs: number;
  readonly #alarms = new Set<Alarm>();

  constructor(startWallMs = 1_700_000_000_000) {
    this.#startWallMs = startWallMs;
  }

  get pendingTimers(): number {
    return this.#alarms.size;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  wallMs(): number {
    return this.#startWallMs + this.#nowMs;
  }

  after(delayMs: number, run: () => void): CancelTimer {
    return this.#set({ atMs: this.#nowMs + delayMs, everyMs: undefined, run });
  }

  every(intervalMs: number, run: () => void): CancelTimer {
    return this.#set({ atMs: this.#nowMs + intervalMs, everyMs: intervalMs, run });
  }

  /** Moves time on and fires what falls due, in the order of its time. */
  advance(byMs: number): void {
    const endMs = this.#nowMs + byMs;
    for (let next = this.#nextDue(endMs); next; next = this.#nextDue(endMs)) {
      this.#nowMs = next.atMs;
      if (next.everyMs === undefined) this.#alarms.delete(next);
      else next.atMs += next.everyMs;
      next.run();
    }
    this.#nowMs = endMs;
  }

  #set(alarm: Alarm): CancelTimer {
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  #nextDue(endMs: number): Alarm | undefined {
    let next: Alarm | undefined;
    for (const alarm of this.#alarms) {
      if (alarm.atMs <= endMs && (!next || alarm.atMs < next.atMs)) next = alarm;
    }
    return next;
  }
}
