import { ManualClock } from '@earshot/lifetime';
import { expect, test } from '@jest/globals';
import { iceServersFor } from './ice-servers.ts';

const clock = new ManualClock(1_700_000_000_999);
const urls = ['turn:turn.example:3478', 'turns:turn.example:443?transport=tcp'];

test('without TURN there is nothing to offer', () => {
  expect(iceServersFor('ann', undefined, clock)).toEqual([]);
});

test('the user name is good for twelve hours, and the password is what coturn works out', () => {
  const [server] = iceServersFor('ann', { urls, secret: 'north wind & sun' }, clock);
  expect(server).toMatchObject({ urls, username: '1700043200:ann' });
  // coturn's README.turnserver, --use-auth-secret: base64(hmac(sha1, secret, user name)). Worked out with
  // printf '1700043200:ann' | openssl dgst -sha1 -hmac 'north wind & sun' -binary | base64
  expect(server?.credential).toBe('qHgumqJGAL5O6BkDNEO7OXwID0c=');
});

test("everybody gets credentials of their own, and the list itself is nobody else's", () => {
  const turn = { urls, secret: 'x' };
  const [ann] = iceServersFor('ann', turn, clock);
  const [bob] = iceServersFor('bob', turn, clock);
  expect(ann?.credential).not.toBe(bob?.credential);
  expect(ann?.urls).not.toBe(turn.urls);
});
