import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../store.ts';
import { ann, bob, failed, room, within } from './samples.ts';

export function marksContract(given: () => Store): void {
  describe('marks', () => {
    let store: Store;
    beforeEach(() => {
      store = given();
    });
    beforeEach(() => store.rooms.create(room('room')));
    const shadow = (key: string, on = true) => store.marks.set('room', key, { mark: 'shadowMuted', on });

    test('are given and taken, and go with the room', async () => {
      await shadow(ann);
      await shadow(bob);
      await shadow(bob);
      await shadow(ann, false);
      await shadow(ann, false);
      expect(await store.marks.of('room')).toEqual(new Map([['shadowMuted', new Set([bob])]]));
      await store.rooms.delete('room');
      await store.rooms.create(room('room'));
      expect(await store.marks.of('room')).toEqual(new Map());
    });

    test('need a room that somebody owns', async () => {
      const marking = store.marks.set('none', bob, { mark: 'shadowMuted', on: true });
      await expect(marking).rejects.toEqual(failed('not_found'));
    });

    test('are so many of one kind, the last ones', async () => {
      await within({ roomRoles: 2 }, async () => {
        for (const key of [ann, 'key 1', 'key 2']) await shadow(key);
        expect(await store.marks.of('room')).toEqual(new Map([['shadowMuted', new Set(['key 1', 'key 2'])]]));
      });
    });
  });
}
