import { expect, test } from '@jest/globals';
import { message } from '../testing/message.ts';
import { layOut, type Row } from './rows.ts';

const minute = 60_000;
const dayOf = (atMs: number) => String(Math.floor(atMs / (24 * 60 * minute)));
const shape = (rows: readonly Row[]) =>
  rows.map((row) => (row.kind === 'group' ? row.messages.map(({ id }) => id).join('+') : row.kind));

test('puts what one person says in a row under one name, and starts anew after a while or under a new name', () => {
  const ada = { id: 'a', name: 'Ada', key: '' };
  const ben = { id: 'b', name: 'Ben', key: '' };
  const rows = layOut(
    [
      message({ id: '1', author: ada, sentAtMs: 0 }),
      message({ id: '2', author: ada, sentAtMs: minute }),
      message({ id: '3', author: ben, sentAtMs: 2 * minute }),
      message({ id: '4', author: ada, sentAtMs: 3 * minute }),
      message({ id: '5', author: ada, sentAtMs: 9 * minute }),
      message({ id: '6', author: { ...ada, name: 'Countess' }, sentAtMs: 9 * minute }),
    ],
    { dayOf },
  );
  expect(shape(rows)).toEqual(['day', '1+2', '3', '4', '5', '6']);
});

test('draws a line where a day begins and where what is new begins', () => {
  const rows = layOut(
    [
      message({ id: '1', sentAtMs: 0 }),
      message({ id: '2', sentAtMs: minute }),
      message({ id: '3', sentAtMs: 2 * minute }),
      message({ id: '4', sentAtMs: 24 * 60 * minute }),
    ],
    { firstUnread: '2', dayOf },
  );
  expect(shape(rows)).toEqual(['day', '1', 'unread', '2+3', 'day', '4']);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test('an empty chat has no rows', () => {
  expect(layOut([])).toEqual([]);
});
