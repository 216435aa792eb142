import { type Clock, systemClock } from './clock.ts';

/** Something took longer than it may. */
export class DeadlineError extends Error {
  readonly what: string;
  readonly limitMs: number;

  constructor(what: string, limitMs: number) {
    super(`${what} took longer than ${limitMs} ms`);
    this.name = 'DeadlineError';
    this.what = what;
    this.limitMs = limitMs;
  }
}

/** Settles as `work` does, or rejects with {@link DeadlineError} after `limitMs`. */
export function withDeadline<T>(
  work: Promise<T>,
  { what, limitMs, clock = systemClock }: { what: string; limitMs: number; clock?: Clock },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limitMs, () => reject(new DeadlineError(what, limitMs)));
    work.then(resolve, reject).finally(cancel);
  });
}
