import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Ban } from '../ban.ts';
import type { Store } from '../store.ts';
import { atMs, ban, failed, ids, room, within } from './samples.ts';

export function bansContract(given: () => Store): void {
  describe('bans', () => {
    let store: Store;
    beforeEach(() => {
      store = given();
    });
    beforeEach(() => store.rooms.create(room('room')));

    test('come back as they were given, the newest first', async () => {
      const bare: Ban = { id: 'bare', room: 'room', atMs, untilMs: atMs + 600_000 };
      await store.bans.add(ban('whole'));
      await store.bans.add(bare);
      await store.bans.add(ban('everywhere', { room: null }));
      expect(await store.bans.of('room')).toEqual([bare, ban('whole')]);
      expect(await store.bans.of(null)).toEqual([ban('everywhere', { room: null })]);
    });

    test('are lifted one by one', async () => {
      await store.bans.add(ban('one'));
      await store.bans.add(ban('two'));
      await store.bans.remove('one');
      await store.bans.remove('none');
      expect(ids(await store.bans.of('room'))).toEqual(['two']);
    });

    test('end when their time has come, everywhere', async () => {
      await store.bans.add(ban('for good'));
      await store.bans.add(ban('ended', { untilMs: atMs - 1 }));
      await store.bans.add(ban('ends now', { untilMs: atMs, room: null }));
      await store.bans.add(ban('goes on', { untilMs: atMs + 1 }));
      expect(await store.bans.expire(atMs)).toBe(2);
      expect(await store.bans.expire(atMs)).toBe(0);
      expect(ids(await store.bans.of('room'))).toEqual(['goes on', 'for good']);
      expect(await store.bans.of(null)).toEqual([]);
    });

    test('need a room that somebody owns, or none', async () => {
      await expect(store.bans.add(ban('ban', { room: 'none' }))).rejects.toEqual(failed('not_found'));
      expect(await store.bans.of('none')).toEqual([]);
    });

    test('are so many, and those for good stay the longest', async () => {
      await within({ bansKept: 3 }, async () => {
        await store.bans.add(ban('for good'));
        for (const [id, untilMs] of Object.entries({ soon: 1, late: 9, later: 10, between: 5 })) {
          await store.bans.add(ban(id, { untilMs }));
          await store.bans.add(ban(`all ${id}`, { untilMs, room: null }));
        }
        expect(ids(await store.bans.of('room'))).toEqual(['later', 'late', 'for good']);
        expect(ids(await store.bans.of(null))).toEqual(['all between', 'all later', 'all late']);
      });
    });
  });
}
