import { setTimeout as pause } from 'node:timers/promises';

const pollEveryMs = 5;
const waitAtMostMs = 15_000;

/** Asks again and again until `read` gives what is wanted; the error then shows the last reading. */
export async function until<T>(
  read: () => T | Promise<T>,
  wanted: (value: T) => boolean,
  withinMs = waitAtMostMs,
): Promise<T> {
  const endsAtMs = performance.now() + withinMs;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (performance.now() > endsAtMs) {
      throw new Error(`not what was wanted within ${withinMs} ms: ${JSON.stringify(value)}`);
    }
    await pause(pollEveryMs);
  }
}
