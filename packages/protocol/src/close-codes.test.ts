import { expect, test } from '@jest/globals';
import { type CloseName, closeCodes, closeName } from './close-codes.ts';

const entries = Object.entries(closeCodes) as [CloseName, (typeof closeCodes)[CloseName]][];

test.each(entries)(
  '%s has a code of its own that may be sent, and a name that fits in a close frame',
  (name, entry) => {
    expect(closeName(entry.code)).toBe(name);
    // RFC 6455, section 7.4: what an endpoint may send, and what is left to applications.
    expect([1000, 1001, 1003, 1009].includes(entry.code) || (entry.code >= 4000 && entry.code < 5000)).toBe(
      true,
    );
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(123);
  },
);

test.each([[1005], [1006], [4999], [0], [Number.NaN]])('%d is not one of ours', (code) => {
  expect(closeName(code)).toBeUndefined();
});
