import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../store.ts';
import { atMs, bob, ids, report, texts, within } from './samples.ts';

export function reportsContract(given: () => Store): void {
  describe('reports', () => {
    let store: Store;
    beforeEach(() => {
      store = given();
    });

    test('keep any text as it is', async () => {
      for (const [index, text] of texts.entries()) {
        const odd = report(`${index}`, {
          reason: text,
          by: { name: text },
          on: { key: bob, name: text },
          prefix: '2001:db8::/64',
          chat: [{ atMs, name: text, text }],
        });
        await store.reports.add(odd);
        expect(await store.reports.open(undefined, 1)).toEqual([odd]);
      }
    });

    test('are open until they are closed, page by page, the newest first', async () => {
      for (let index = 0; index < 5; index++) await store.reports.add(report(`${index}`));
      expect(await store.reports.countOpen()).toBe(5);
      expect(await store.reports.close('3', 'banned')).toBe(true);
      expect(await store.reports.close('none', 'banned')).toBe(false);
      expect(await store.reports.countOpen()).toBe(4);
      expect(ids(await store.reports.open(undefined, 2))).toEqual(['4', '2']);
      expect(ids(await store.reports.open('3', 2))).toEqual(['2', '1']);
      expect(ids(await store.reports.open('1', 2))).toEqual(['0']);
      expect(ids(await store.reports.open('none', 2))).toEqual([]);
    });

    test('that were closed can be opened again, and stand where they stood', async () => {
      for (const id of ['a', 'b', 'c']) await store.reports.add(report(id));
      await store.reports.close('b', 'dismissed');
      expect(await store.reports.reopen('b')).toBe(true);
      expect(await store.reports.countOpen()).toBe(3);
      expect(ids(await store.reports.open(undefined, 9))).toEqual(['c', 'b', 'a']);
      expect(await store.reports.reopen('none')).toBe(false);
    });

    test('are so many, and open ones stay the longest', async () => {
      await within({ reportsKept: 3 }, async () => {
        for (const id of ['a', 'b', 'c']) await store.reports.add(report(id));
        await store.reports.close('b', 'nothing');
        await store.reports.add(report('d'));
        expect(ids(await store.reports.open(undefined, 9))).toEqual(['d', 'c', 'a']);
        await store.reports.add(report('e'));
        expect(ids(await store.reports.open(undefined, 9))).toEqual(['e', 'd', 'c']);
      });
    });
  });
}
