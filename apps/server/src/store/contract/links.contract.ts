import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../store.ts';
import { ann, atMs, bob, cid, dan, link } from './samples.ts';

export function linksContract(given: () => Store): void {
  describe('links', () => {
    let store: Store;
    beforeEach(() => {
      store = given();
    });

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
      expect(await store.links.count()).toBe(3);
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
      expect(await store.links.count()).toBe(3);
      expect(found[1]).toMatchObject({ revokedAtMs: atMs, expiresAtMs: atMs + 1 });
    });

    test('are forgotten once their time is over, and not where somebody revoked them', async () => {
      await store.links.put(link(ann, { purpose: 'first', chain: [] }));
      await store.links.put(link(bob, { expiresAtMs: atMs }));
      await store.links.put(link(cid, { expiresAtMs: atMs + 1 }));
      // Another certificate of theirs, which nobody has seen here, may have no end.
      await store.links.put(link(dan, { expiresAtMs: atMs, revokedAtMs: atMs }));
      expect(await store.links.forget(atMs)).toBe(1);
      expect(await store.links.forget(atMs)).toBe(0);
      expect((await store.links.of(ann)).map(({ key }) => key)).toEqual([ann, cid, dan]);
    });

    test('of somebody for whom nobody speaks any more, that they are revoked stays, and nothing else', async () => {
      const revoked = { revokedAtMs: atMs };
      const first = (person: string, change = {}) =>
        link(person, { person, purpose: 'first', chain: [], ...change });
      await store.links.put(first(ann, revoked));
      await store.links.put(link(bob, revoked));
      await store.links.put(link(cid, { expiresAtMs: atMs }));
      // These have a device that goes on, or their first one.
      await store.links.put(first(cid, revoked));
      await store.links.put(link(ann, { person: cid }));
      await store.links.put(link(bob, { person: cid, ...revoked }));
      await store.links.put(first(dan));
      await store.links.put(link(bob, { person: dan, ...revoked }));
      expect(await store.links.forget(atMs)).toBe(2);
      expect((await store.links.of(ann)).map(({ key }) => key)).toEqual([ann]);
      expect(await store.links.of(cid)).toHaveLength(3);
      expect(await store.links.of(dan)).toHaveLength(2);
    });
  });
}
