import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { takenFragment } from './link-key-script.ts';
import {
  heldSecret,
  holdSecret,
  linkKeyFragment,
  linkKeyOf,
  renewSecret,
  takeLinkKey,
} from './room-secrets.ts';

const key = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
const fragment = `#k=${Buffer.from(key).toString('base64url')}`;
const room = 'p-aaaaaaaaaaaaaaaaaaaaaaaaaa';

const replaced: string[] = [];
beforeEach(() => {
  replaced.length = 0;
  Object.assign(globalThis, {
    window: {},
    location: { hash: '', pathname: `/r/${room}`, search: '' },
    history: { state: null, replaceState: (_: unknown, __: string, url: string) => replaced.push(url) },
  });
});
afterEach(() => {
  renewSecret(room, {});
  for (const name of ['window', 'location', 'history']) Reflect.deleteProperty(globalThis, name);
});

test('the key that the script took out of the address is taken over once', () => {
  const page = window as unknown as Record<string, string>;
  page[takenFragment] = fragment;
  takeLinkKey(room);
  expect(heldSecret(room).linkKey).toEqual(key);
  expect(page[takenFragment]).toBeUndefined();
});

test('a key that is put into the address later is taken out of it', () => {
  location.hash = fragment;
  takeLinkKey(room);
  expect(heldSecret(room).linkKey).toEqual(key);
  expect(replaced).toEqual([`/r/${room}`]);
});

test('a key that was cut off is none, and is not forgotten', () => {
  location.hash = fragment.slice(0, -1);
  takeLinkKey(room);
  expect(heldSecret(room).linkKey).toBe('broken');
});

test('a whole link is as good as what stands behind its address', () => {
  expect(linkKeyOf(` https://talk.example/r/${room}${fragment}\n`)).toEqual(key);
});

test('what is passed on ends as what came in, until the room takes no key any more', () => {
  holdSecret(room, { linkKey: key });
  expect(linkKeyFragment(room)).toBe(fragment);
  renewSecret(room, { password: 'tea', mode: 'password' });
  expect(linkKeyFragment(room)).toBe('');
});
