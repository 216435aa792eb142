import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../store.ts';
import { ann, atMs, bob, cid, link } from './samples.ts';

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
  });
}
