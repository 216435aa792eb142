import type { Member } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { formatter } from '../i18n/format.ts';
import { asText, connectionRows } from './connection-rows.ts';

const person = (id: string) => ({ id, name: id }) as Member;
const track = (id: string) => ({ id }) as MediaStreamTrack;
const stream = { codec: 'opus', bitsPerSecond: 32_000, lossRatio: 0.02, jitterMs: 7, delayMs: 60 };

const rows = connectionRows({
  self: person('me'),
  members: [person('ann'), person('listener'), person('bob')],
  tracks: new Map([
    ['ann', track('a')],
    ['bob', track('b')],
  ]),
  statistics: {
    sent: { codec: 'opus', bitsPerSecond: 40_000 },
    received: new Map<string, Partial<typeof stream>>([
      ['a', stream],
      ['b', {}],
      ['gone', stream],
    ]),
  },
  format: formatter('en'),
});

test('names whose sound it is, oneself first, and leaves out who is not heard', () => {
  expect(rows.map(({ name }) => name)).toEqual(['me', 'ann', 'bob']);
});

test('writes what is known, and a dash for the rest', () => {
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['–', '–', '–', '40 kb/s', 'opus'],
    ['2%', '7 ms', '60 ms', '32 kb/s', 'opus'],
    ['–', '–', '–', '–', '–'],
  ]);
});

test('is copied as lines with tabs', () => {
  const text = asText(['Person', 'Loss'], [{ id: 'a', name: 'Ann', cells: ['2%'] }], ['Path: UDP']);
  expect(text).toBe('Path: UDP\n\nPerson\tLoss\nAnn\t2%');
});
