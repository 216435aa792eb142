import { defaultRoomSettings, RpcError } from '@earshot/protocol';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { actionsContract } from './contract/actions.contract.ts';
import { bansContract } from './contract/bans.contract.ts';
import { linksContract } from './contract/links.contract.ts';
import { marksContract } from './contract/marks.contract.ts';
import { privateRoomsContract } from './contract/private-rooms.contract.ts';
import { reportsContract } from './contract/reports.contract.ts';
import { rolesContract } from './contract/roles.contract.ts';
import { roomsContract } from './contract/rooms.contract.ts';
import {
  ann,
  atMs,
  ban,
  bob,
  entry,
  failed,
  link,
  privateRoom,
  report,
  room,
  texts,
} from './contract/samples.ts';
import type { Store } from './store.ts';

/** Opens what was closed before, with all that is in it; `atMs` is the wall clock's time by then. */
type Reopen = (atMs: number) => Promise<Store>;

export interface StoreUnderTest {
  /** A store of each test's own, with nothing in it. */
  open(): Promise<{ store: Store; reopen: Reopen; remove(): void | Promise<void> }>;
  /** Whether anything outlives it. */
  lasting: boolean;
}

/** What every implementation of the store has to do. */
export function storeContract(title: string, underTest: StoreUnderTest): void {
  describe(title, () => {
    let store: Store;
    let reopen: Reopen;
    let remove: () => void | Promise<void>;
    const given = () => store;
    beforeEach(async () => {
      ({ store, reopen, remove } = await underTest.open());
    });
    afterEach(async () => {
      await store.close();
      await remove();
    });

    test('has nothing in it at first', async () => {
      expect(await store.rooms.get('room')).toBeUndefined();
      expect(await store.rooms.page(undefined, 10)).toEqual([]);
      expect(await store.rooms.emptySince(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
      expect(await store.privateRooms.get('room')).toBeUndefined();
      expect(await store.privateRooms.count()).toBe(0);
      expect(await store.roles.of('room')).toEqual(new Map());
      expect(await store.marks.of('room')).toEqual(new Map());
      expect(await store.bans.of('room')).toEqual([]);
      expect(await store.bans.of(null)).toEqual([]);
      expect(await store.actions.page('room', undefined, 10)).toEqual([]);
      expect(await store.reports.open(undefined, 10)).toEqual([]);
      expect(await store.operator.switches()).toEqual({ noNewRooms: false, noListing: false });
      expect(await store.operator.words()).toEqual([]);
      expect(store.failures).toBe(0);
    });

    roomsContract(given);
    privateRoomsContract(given);
    rolesContract(given);
    marksContract(given);
    bansContract(given);
    actionsContract(given);
    reportsContract(given);
    linksContract(given);

    test("keeps the operator's switches and words", async () => {
      await store.operator.set({ noNewRooms: true, noListing: false });
      await store.operator.setWords([...texts, 'old']);
      await store.operator.set({ noNewRooms: true, noListing: true });
      expect(await store.operator.words()).toEqual([...texts, 'old']);
      await store.operator.setWords(['new']);
      expect(await store.operator.switches()).toEqual({ noNewRooms: true, noListing: true });
      expect(await store.operator.words()).toEqual(['new']);
    });

    const outlives = 'finds everything again when it is opened again';
    if (underTest.lasting)
      test(outlives, async () => {
        const settings = { ...defaultRoomSettings, listed: true };
        await store.rooms.create(room('used', { settings }));
        await store.rooms.create(room('empty', { emptySinceMs: 5 }));
        await store.privateRooms.create(room('sealed', { emptySinceMs: 6 }), privateRoom(3));
        await store.roles.set('used', bob, 'moderator');
        await store.bans.add(ban('ban', { room: 'used' }));
        await store.actions.add('used', entry('entry'));
        await store.reports.add(report('report'));
        await store.links.put(link(bob));
        await store.operator.set({ noNewRooms: true, noListing: true });
        await store.close();
        store = await reopen(atMs + 1);
        expect(await store.rooms.get('used')).toEqual(room('used', { settings, emptySinceMs: atMs + 1 }));
        expect(await store.rooms.get('empty')).toEqual(room('empty', { emptySinceMs: 5 }));
        expect(await store.rooms.emptySince(atMs + 1, 10)).toEqual(['empty', 'used']);
        expect(await store.privateRooms.get('sealed')).toEqual(privateRoom(3));
        expect(await store.privateRooms.emptySince(atMs, 10)).toEqual(['sealed']);
        expect(await store.roles.of('used')).toEqual(new Map([[bob, 'moderator']]));
        expect(await store.bans.of('used')).toEqual([ban('ban', { room: 'used' })]);
        expect(await store.actions.page('used', undefined, 10)).toEqual([entry('entry')]);
        expect(await store.reports.open(undefined, 10)).toEqual([report('report')]);
        expect(await store.links.of(ann)).toEqual([link(bob)]);
        expect(await store.operator.switches()).toEqual({ noNewRooms: true, noListing: true });
      });

    test('closes once what is under way is done, and refuses what comes later', async () => {
      const made = Array.from({ length: 20 }, (_, index) => store.rooms.create(room(`room-${index}`)));
      const closing = Promise.all([store.close(), store.close()]);
      expect(await Promise.all(made)).toEqual(made.map(() => true));
      await closing;
      const refused = await store.rooms.get('room-1').catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(RpcError);
      expect(refused).toEqual(failed('storage_failed'));
    });
  });
}
