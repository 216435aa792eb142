import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkProperty } from '../testing/check-property.ts';
import { ReplayWindow } from './replay-window.ts';

test('lets each counter through once, and none that is 128 behind', async () => {
  await checkProperty(
    fc.property(fc.array(fc.nat(400), { maxLength: 300 }), (counters) => {
      const window = new ReplayWindow();
      const seen = new Set<number>();
      for (const counter of counters) {
        const fresh = !seen.has(counter) && counter > Math.max(-1, ...seen) - 128;
        expect(window.accepts(BigInt(counter))).toBe(fresh);
        if (!fresh) continue;
        window.mark(BigInt(counter));
        seen.add(counter);
      }
    }),
  );
});
