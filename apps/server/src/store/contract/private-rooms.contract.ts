import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../store.ts';
import { ann, bob, entry, privateRoom, room } from './samples.ts';

export function privateRoomsContract(given: () => Store): void {
  describe('private rooms', () => {
    let store: Store;
    beforeEach(() => {
      store = given();
    });

    test('come back as they were made, and so does the room itself', async () => {
      const made = privateRoom(1, { sealedMeta: 'sealed' });
      expect(await store.privateRooms.create(room('room'), made)).toBe(true);
      expect(await store.privateRooms.get('room')).toEqual(made);
      expect(await store.rooms.get('room')).toEqual(room('room'));
      expect(await store.privateRooms.get('other')).toBeUndefined();
      expect(await store.privateRooms.count()).toBe(1);
    });

    test('are made once: of many at once one stays', async () => {
      const keys = [ann, bob, ann, bob];
      const won = await Promise.all(
        keys.map((ownerKey, index) =>
          store.privateRooms.create(room('room', { ownerKey }), privateRoom(index + 1)),
        ),
      );
      expect(won.filter(Boolean).length).toBe(1);
      expect((await store.privateRooms.get('room'))?.epoch).toBe(won.indexOf(true) + 1);
      expect((await store.rooms.get('room'))?.ownerKey).toBe(keys[won.indexOf(true)]);
    });

    test('take a later record, and none as late or earlier', async () => {
      await store.privateRooms.create(room('room'), privateRoom(5));
      await store.privateRooms.create(room('other'), privateRoom(5));
      expect(await store.privateRooms.replace('room', privateRoom(5, { record: 'same' }))).toBe(false);
      expect(await store.privateRooms.replace('room', privateRoom(4))).toBe(false);
      expect(await store.privateRooms.get('room')).toEqual(privateRoom(5));
      expect(await store.privateRooms.replace('room', privateRoom(9))).toBe(true);
      expect(await store.privateRooms.get('room')).toEqual(privateRoom(9));
      expect(await store.privateRooms.get('other')).toEqual(privateRoom(5));
      expect(await store.privateRooms.replace('none', privateRoom(9))).toBe(false);
    });

    test('that are empty are found among themselves, those longest empty first', async () => {
      const since = { c: 300, a: 100, used: null };
      for (const [name, emptySinceMs] of Object.entries(since)) {
        await store.privateRooms.create(room(name, { emptySinceMs }), privateRoom(1));
      }
      await store.rooms.create(room('open', { emptySinceMs: 50 }));
      expect(await store.privateRooms.emptySince(299, 10)).toEqual(['a']);
      expect(await store.privateRooms.emptySince(Number.MAX_SAFE_INTEGER, 10)).toEqual(['a', 'c']);
      expect(await store.privateRooms.emptySince(Number.MAX_SAFE_INTEGER, 1)).toEqual(['a']);
      expect(await store.rooms.emptySince(Number.MAX_SAFE_INTEGER, 10)).toEqual(['open']);
    });

    test('are told by name, page by page, and no others', async () => {
      for (const name of ['c', 'a', 'b']) await store.privateRooms.create(room(name), privateRoom(1));
      await store.rooms.create(room('open'));
      expect(await store.privateRooms.names(undefined, 2)).toEqual(['a', 'b']);
      expect(await store.privateRooms.names('b', 2)).toEqual(['c']);
      expect(await store.privateRooms.names('c', 2)).toEqual([]);
    });

    test('are forgotten with the room, and the room with all that hangs on it', async () => {
      await store.privateRooms.create(room('room'), privateRoom(1));
      await store.actions.add('room', entry('entry'));
      await store.rooms.delete('room');
      expect(await store.privateRooms.get('room')).toBeUndefined();
      expect(await store.privateRooms.count()).toBe(0);
      expect(await store.privateRooms.create(room('room', { ownerKey: bob }), privateRoom(1))).toBe(true);
      expect(await store.actions.page('room', undefined, 10)).toEqual([]);
    });
  });
}
