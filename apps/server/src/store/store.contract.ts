import { defaultRoomSettings, limits, RpcError, roomSlug } from '@earshot/protocol';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ActionEntry } from './action-entry.ts';
import type { Ban } from './ban.ts';
import type { DeviceLink } from './device-link.ts';
import type { OwnedRoom } from './owned-room.ts';
import type { Report } from './report.ts';
import type { Store } from './store.ts';

/** Opens what was closed before, with all that is in it; `atMs` is the wall clock's time by then. */
type Reopen = (atMs: number) => Promise<Store>;

export interface StoreUnderTest {
  /** A store of each test's own, with nothing in it. */
  open(): Promise<{ store: Store; reopen: Reopen; remove(): void | Promise<void> }>;
  /** Whether anything outlives it. */
  lasting: boolean;
}

const atMs = 1_790_000_000_000;
const [ann, bob, cid] = ['A', 'B', 'C'].map((letter) => letter.repeat(43).replace(/.$/, 'A')) as [
  string,
  string,
  string,
];

const room = (name: string, change: Partial<OwnedRoom> = {}): OwnedRoom => ({
  name,
  ownerKey: ann,
  settings: defaultRoomSettings,
  createdAtMs: atMs,
  emptySinceMs: null,
  ...change,
});
const ban = (id: string, change: Partial<Ban> = {}): Ban => ({
  id,
  room: 'room',
  key: bob,
  prefix: '203.0.113.7/32',
  on: { key: bob, name: 'Bob' },
  by: { key: ann, name: 'Ann' },
  atMs,
  untilMs: null,
  ...change,
});
const entry = (id: string, change: Partial<ActionEntry> = {}): ActionEntry => ({
  id,
  atMs,
  by: { key: ann, name: 'Ann' },
  action: 'mute',
  on: { name: 'Bob' },
  ...change,
});
const report = (id: string, change: Partial<Report> = {}): Report => ({
  id,
  atMs,
  room: 'room',
  by: { key: ann, name: 'Ann' },
  on: { name: 'Bob' },
  reason: 'shouting',
  chat: [{ atMs, name: 'Bob', text: 'HEY' }],
  ...change,
});

const link = (key: string, change: Partial<DeviceLink> = {}): DeviceLink => ({
  person: ann,
  key,
  purpose: 'device',
  name: 'phone',
  linkedAtMs: atMs,
  expiresAtMs: null,
  revokedAtMs: null,
  chain: [{ person: ann, key, purpose: 'device', issuedAtMs: atMs, signature: `${'b'.repeat(85)}Q` }],
  ...change,
});

/** Texts that have broken one store or another. */
const texts = [
  `'"; DROP TABLE rooms; --`,
  '%_\\%',
  '\u0000a\u0000',
  '👩🏽‍🚀👨‍👩‍👧‍👦',
  '\ud800',
  'ß İ ﷽',
  '\u202eevil\u202c',
  '',
  'x'.repeat(200),
];
/** Room names as long as they may be. */
const names = ['a', 'ß', 'ж', '安', 'ก', 'क', '𐐨', '7'].map((letter) =>
  roomSlug(letter.repeat(limits.roomNameGraphemes)),
);

const ids = (records: { id: string }[]) => records.map(({ id }) => id);
const failed = (name: string) => expect.objectContaining({ error: name });

/** What every implementation of the store has to do. */
export function storeContract(title: string, underTest: StoreUnderTest): void {
  describe(title, () => {
    let store: Store;
    let reopen: Reopen;
    let remove: () => void | Promise<void>;
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
      expect(await store.roles.of('room')).toEqual(new Map());
      expect(await store.bans.of('room')).toEqual([]);
      expect(await store.bans.of(null)).toEqual([]);
      expect(await store.actions.page('room', undefined, 10)).toEqual([]);
      expect(await store.reports.open(undefined, 10)).toEqual([]);
      expect(await store.operator.switches()).toEqual({ noNewRooms: false, noListing: false });
      expect(await store.operator.words()).toEqual([]);
      expect(store.failures).toBe(0);
    });

    describe('rooms', () => {
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

    describe('roles', () => {
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

      test('set at once are all there', async () => {
        const keys = Array.from({ length: 40 }, (_, index) => `key ${index}`);
        await Promise.all(keys.map((key) => store.roles.set('room', key, 'speaker')));
        expect([...(await store.roles.of('room')).keys()].toSorted()).toEqual(keys.toSorted());
      });
    });

    describe('bans', () => {
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

    describe('the log of actions', () => {
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

    describe('reports', () => {
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
        await store.reports.close('3', 'banned');
        await store.reports.close('none', 'banned');
        expect(ids(await store.reports.open(undefined, 2))).toEqual(['4', '2']);
        expect(ids(await store.reports.open('3', 2))).toEqual(['2', '1']);
        expect(ids(await store.reports.open('1', 2))).toEqual(['0']);
        expect(ids(await store.reports.open('none', 2))).toEqual([]);
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

    describe('links', () => {
      test('come back as they were put, in their order, also by their key', async () => {
        const first = link(ann, { purpose: 'first', chain: [] });
        await store.links.put(first);
        await store.links.put(link(bob));
        await store.links.put(link(bob, { person: cid, revokedAtMs: atMs }));
        expect(await store.links.of(ann)).toEqual([first, link(bob)]);
        expect(await store.links.ofKey(bob)).toEqual([
          link(bob),
          link(bob, { person: cid, revokedAtMs: atMs }),
        ]);
        expect(await store.links.of(bob)).toEqual([]);
        expect(await store.links.ofKey('none')).toEqual([]);
      });

      test.each(['Firefox on Linux', '📱', ''])('are called %j as given', async (name) => {
        await store.links.put(link(bob, { name }));
        expect(await store.links.of(ann)).toEqual([link(bob, { name })]);
      });

      test('take the place of what was there', async () => {
        for (const key of [ann, bob, cid]) await store.links.put(link(key));
        await store.links.put(link(bob, { name: 'new', revokedAtMs: atMs, expiresAtMs: atMs + 1 }));
        const found = await store.links.of(ann);
        expect(found.map(({ key, name }) => [key, name])).toEqual([
          [ann, 'phone'],
          [bob, 'new'],
          [cid, 'phone'],
        ]);
        expect(found[1]).toMatchObject({ revokedAtMs: atMs, expiresAtMs: atMs + 1 });
      });
    });

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

/** Runs with limits that a test can reach. */
async function within(
  small: Partial<Record<keyof typeof limits, number>>,
  run: () => Promise<void>,
): Promise<void> {
  const usual = { ...limits };
  Object.assign(limits, small);
  try {
    await run();
  } finally {
    Object.assign(limits, usual);
  }
}
