import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../store.ts';
import { ann, bob, cid, failed, room, within } from './samples.ts';

export function rolesContract(given: () => Store): void {
  describe('roles', () => {
    let store: Store;
    beforeEach(() => {
      store = given();
    });
    beforeEach(() => store.rooms.create(room('room')));

    test('are given, changed and taken', async () => {
      await store.roles.set('room', bob, 'listener');
      await store.roles.set('room', cid, 'moderator');
      await store.roles.set('room', bob, 'speaker');
      expect(await store.roles.of('room')).toEqual(
        new Map([
          [cid, 'moderator'],
          [bob, 'speaker'],
        ]),
      );
      await store.roles.set('room', cid, undefined);
      await store.roles.set('room', cid, undefined);
      expect(await store.roles.of('room')).toEqual(new Map([[bob, 'speaker']]));
    });

    test('need a room that somebody owns', async () => {
      await expect(store.roles.set('none', bob, 'speaker')).rejects.toEqual(failed('not_found'));
      expect(store.failures).toBe(0);
    });

    test('are so many, and moderators stay the longest', async () => {
      await within({ roomRoles: 3 }, async () => {
        await store.roles.set('room', ann, 'moderator');
        for (const role of ['speaker', 'listener', 'speaker', 'listener'] as const) {
          await store.roles.set('room', `key of ${role} ${Math.random()}`, role);
        }
        const roles = [...(await store.roles.of('room')).values()];
        expect(roles).toEqual(['moderator', 'speaker', 'listener']);
      });
    });

    test('change with the owner, all at once', async () => {
      const handOver = (to: string) => store.roles.handOver('room', { from: ann, to });
      await store.rooms.update('room', { ownerKey: ann });
      await store.roles.set('room', bob, 'listener');
      await handOver(bob);
      expect((await store.rooms.get('room'))?.ownerKey).toBe(bob);
      expect(await store.roles.of('room')).toEqual(new Map([[ann, 'moderator']]));
      await expect(store.roles.handOver('none', { from: ann, to: bob })).rejects.toEqual(failed('not_found'));
    });

    test('set at once are all there', async () => {
      const keys = Array.from({ length: 40 }, (_, index) => `key ${index}`);
      await Promise.all(keys.map((key) => store.roles.set('room', key, 'speaker')));
      expect([...(await store.roles.of('room')).keys()].toSorted()).toEqual(keys.toSorted());
    });
  });
}
