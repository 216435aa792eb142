import { defaultRoomSettings, limits, roomSlug } from '@earshot/protocol';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../store.ts';
import { ann, atMs, ban, bob, cid, entry, failed, ids, report, room, texts } from './samples.ts';

/** Room names as long as they may be. */
const names = ['a', 'ß', 'ж', '安', 'ก', 'क', '𐐨', '7'].map((letter) =>
  roomSlug(letter.repeat(limits.roomNameGraphemes)),
);

export function roomsContract(given: () => Store): void {
  describe('rooms', () => {
    let store: Store;
    beforeEach(() => {
      store = given();
    });

    test('come back as they were made', async () => {
      const made = room('room', {
        settings: {
          ...defaultRoomSettings,
          topic: `'"; DROP TABLE rooms; -- 👩🏽‍🚀`,
          tags: ['安全', 'music'],
          language: 'vi',
          listed: true,
          speaking: 'invited',
          sizeLimit: 12,
          slowChatSeconds: 3_600,
          locked: true,
        },
        emptySinceMs: atMs + 1,
      });
      expect(await store.rooms.create(made)).toBe(true);
      expect(await store.rooms.get('room')).toEqual(made);
    });

    test('may have any name that a link may have', async () => {
      for (const name of names) {
        expect(await store.rooms.create(room(name))).toBe(true);
        expect((await store.rooms.get(name))?.name).toBe(name);
        expect(await store.rooms.get(`${name}x`)).toBeUndefined();
      }
      expect(new Set(names).size).toBe(names.length);
    });

    test('are found by their name alone', async () => {
      await store.rooms.create(room('room'));
      for (const text of texts) {
        expect(await store.rooms.get(text)).toBeUndefined();
        await store.rooms.delete(text);
      }
      expect(await store.rooms.get('room')).toBeDefined();
    });

    test('have a name that one can take: of many at once exactly one gets it', async () => {
      const keys = [ann, bob, cid, ann, bob, cid, ann, bob];
      const won = await Promise.all(keys.map((ownerKey) => store.rooms.create(room('room', { ownerKey }))));
      expect(won.filter(Boolean).length).toBe(1);
      expect((await store.rooms.get('room'))?.ownerKey).toBe(keys[won.indexOf(true)]);
      expect(await store.rooms.create(room('room', { ownerKey: cid, createdAtMs: 1 }))).toBe(false);
      expect((await store.rooms.get('room'))?.createdAtMs).toBe(atMs);
    });

    test('change what is said, and nothing else', async () => {
      await store.rooms.create(room('room'));
      await store.rooms.create(room('other'));
      await store.rooms.update('room', { emptySinceMs: 0 });
      expect(await store.rooms.get('room')).toEqual(room('room', { emptySinceMs: 0 }));
      await store.rooms.update('room', { ownerKey: bob, emptySinceMs: null });
      expect(await store.rooms.get('room')).toEqual(room('room', { ownerKey: bob }));
      const settings = { ...defaultRoomSettings, topic: 'New', listed: true };
      await store.rooms.update('room', { settings });
      await store.rooms.update('room', {});
      expect(await store.rooms.get('room')).toEqual(room('room', { ownerKey: bob, settings }));
      expect(await store.rooms.get('other')).toEqual(room('other'));
    });

    test('that nobody owns cannot be changed', async () => {
      await expect(store.rooms.update('room', { ownerKey: bob })).rejects.toEqual(failed('not_found'));
      expect(await store.rooms.get('room')).toBeUndefined();
    });

    test('are read page by page, by name', async () => {
      for (const name of ['c', 'a', 'd', 'b']) await store.rooms.create(room(name));
      expect(await store.rooms.page(undefined, 3)).toEqual(['a', 'b', 'c'].map((name) => room(name)));
      expect(await store.rooms.page('b', 3)).toEqual(['c', 'd'].map((name) => room(name)));
      await store.rooms.delete('c');
      expect(await store.rooms.page('c', 3)).toEqual([room('d')]);
      expect(await store.rooms.page('d', 3)).toEqual([]);
    });

    test('that are empty are found, those longest empty first', async () => {
      const since = { c: 300, a: 100, b: 200, used: null };
      for (const [name, emptySinceMs] of Object.entries(since)) {
        await store.rooms.create(room(name, { emptySinceMs }));
      }
      expect(await store.rooms.emptySince(99, 10)).toEqual([]);
      expect(await store.rooms.emptySince(200, 10)).toEqual(['a', 'b']);
      expect(await store.rooms.emptySince(Number.MAX_SAFE_INTEGER, 2)).toEqual(['a', 'b']);
      expect(await store.rooms.emptySince(Number.MAX_SAFE_INTEGER, 10)).toEqual(['a', 'b', 'c']);
    });

    test('take with them all that hangs on them, and nothing of others', async () => {
      for (const name of ['room', 'other']) {
        await store.rooms.create(room(name));
        await store.roles.set(name, bob, 'moderator');
        await store.bans.add(ban(`ban of ${name}`, { room: name }));
        await store.actions.add(name, entry(`entry of ${name}`));
      }
      await store.bans.add(ban('ban of all', { room: null }));
      await store.reports.add(report('report'));
      await store.rooms.delete('room');
      await store.rooms.delete('room');
      await store.rooms.create(room('room', { ownerKey: cid }));
      expect(await store.roles.of('room')).toEqual(new Map());
      expect(await store.bans.of('room')).toEqual([]);
      expect(await store.actions.page('room', undefined, 10)).toEqual([]);
      expect((await store.roles.of('other')).size).toBe(1);
      expect(ids(await store.bans.of('other'))).toEqual(['ban of other']);
      expect(ids(await store.bans.of(null))).toEqual(['ban of all']);
      expect(ids(await store.actions.page('other', undefined, 10))).toEqual(['entry of other']);
      expect(ids(await store.reports.open(undefined, 10))).toEqual(['report']);
    });
  });
}
