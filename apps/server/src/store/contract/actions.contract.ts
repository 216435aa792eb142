import { limits } from '@earshot/protocol';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../store.ts';
import { bob, entry, failed, ids, room, texts } from './samples.ts';

export function actionsContract(given: () => Store): void {
  describe('the log of actions', () => {
    let store: Store;
    beforeEach(() => {
      store = given();
    });
    beforeEach(() => store.rooms.create(room('room')));

    test('keeps any text as it is', async () => {
      for (const [index, text] of texts.entries()) {
        const odd = entry(`${index}`, { by: { name: text }, on: { key: bob, name: text }, detail: text });
        await store.actions.add('room', odd);
        expect(await store.actions.page('room', undefined, 1)).toEqual([odd]);
        expect(await store.actions.page('room', text, 1)).toEqual([]);
      }
    });

    test('is read page by page, the newest first', async () => {
      await store.rooms.create(room('other'));
      for (let index = 0; index < 7; index++) {
        await store.actions.add('room', entry(`${index}`, { atMs: 7 - index }));
        await store.actions.add('other', entry(`${index}`));
      }
      expect(ids(await store.actions.page('room', undefined, 3))).toEqual(['6', '5', '4']);
      expect(ids(await store.actions.page('room', '4', 3))).toEqual(['3', '2', '1']);
      expect(ids(await store.actions.page('room', '1', 3))).toEqual(['0']);
      expect(ids(await store.actions.page('room', '0', 3))).toEqual([]);
      expect(ids(await store.actions.page('room', 'none', 3))).toEqual([]);
    });

    test('keeps the newest of each room', async () => {
      await store.rooms.create(room('other'));
      await store.actions.add('other', entry('old'));
      const count = limits.actionLogEntries + 20;
      for (let index = 0; index < count; index++) await store.actions.add('room', entry(`${index}`));
      const kept = ids(await store.actions.page('room', undefined, count));
      expect(kept.length).toBe(limits.actionLogEntries);
      expect([kept[0], kept.at(-1)]).toEqual([`${count - 1}`, '20']);
      expect(ids(await store.actions.page('room', '10', count))).toEqual([]);
      expect(ids(await store.actions.page('other', undefined, 10))).toEqual(['old']);
    });

    test('needs a room that somebody owns', async () => {
      await expect(store.actions.add('none', entry('entry'))).rejects.toEqual(failed('not_found'));
    });
  });
}
