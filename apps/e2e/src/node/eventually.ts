import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';

const lookEveryMs = 20;

/** Looks again and again until what is read is what is wanted, and says what it was at last where it never is. */
export async function eventually<T>(read: () => T, wanted: unknown, limitMs = 15_000): Promise<void> {
  const endsAtMs = performance.now() + limitMs;
  for (;;) {
    try {
      return expect(read()).toEqual(wanted);
    } catch (error) {
      if (performance.now() > endsAtMs) throw error;
      await pause(lookEveryMs);
    }
  }
}
