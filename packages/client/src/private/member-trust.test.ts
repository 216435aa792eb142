import { makeCard, newSealingKey, newSigningKey, type RoomKeys, type SigningKey } from '@earshot/crypto';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { base64url } from '../identity/base64url.ts';
import type { KeyMemory } from './key-memory.ts';
import { MemberTrust } from './member-trust.ts';
import { hallKeys } from './testing/key-hall.ts';

let keys: RoomKeys;
let own: Awaited<ReturnType<typeof card>>;
let remembered: Map<string, string>;
let trust: MemberTrust;

async function card(room: RoomKeys, signingKey?: SigningKey) {
  const sealingKey = await newSealingKey();
  return makeCard({
    room,
    slot: 1,
    visit: crypto.getRandomValues(new Uint8Array(16)),
    signingKey: signingKey ?? (await newSigningKey()),
    sealingKey: sealingKey.publicKey,
  });
}

const member = (id: string, bytes?: Uint8Array, name = id) => ({
  id,
  name,
  key: '',
  ...(bytes && { card: base64url(bytes) }),
});

beforeAll(async () => {
  keys = await hallKeys();
  own = await card(keys);
});

beforeEach(() => {
  remembered = new Map();
  const memory: KeyMemory = {
    recall: ({ name }) => remembered.get(name),
    keep: ({ name }, key) => void remembered.set(name, key),
  };
  trust = new MemberTrust({ rooms: () => [keys], ownCard: () => own, memory });
});

test('whoever knows the secret is verified, and whoever does not is not', async () => {
  const right = await card(keys);
  expect(await trust.take(member('ann', right.bytes))).toMatchObject({ visit: right.visit });
  expect(await trust.take(member('ann', right.bytes))).toBeUndefined();
  const bytes = right.bytes.with(199, 1 ^ (right.bytes[199] ?? 0));
  expect(await trust.take(member('eve', bytes))).toBeNull();
  expect(await trust.take(member('half'))).toBeNull();
  expect(await trust.take({ ...member('odd'), card: '!' })).toBeNull();
  expect(trust.all).toEqual(
    new Map([
      ['ann', 'verified'],
      ['eve', 'unverified'],
      ['half', 'unverified'],
      ['odd', 'unverified'],
    ]),
  );
});

test('a card that somebody else shows already, or oneself, is nobody’s', async () => {
  const right = await card(keys);
  await trust.take(member('ann', right.bytes));
  await trust.take(member('twin', right.bytes));
  await trust.take(member('mirror', own.bytes));
  expect([trust.all.get('twin'), trust.all.get('mirror')]).toEqual(['unverified', 'unverified']);
});

test('a card of a visit that is over is nobody’s, so that a server cannot play that visit once more', async () => {
  const signingKey = await newSigningKey();
  const [first, second, third] = [
    await card(keys, signingKey),
    await card(keys, signingKey),
    await card(keys),
  ];
  await trust.take(member('ann', first.bytes));
  trust.remove('ann');
  expect(await trust.take(member('ann', first.bytes))).toBeNull();
  expect(await trust.take(member('ann', second.bytes))).toMatchObject({ visit: second.visit });
  expect(await trust.take(member('ann', third.bytes))).toMatchObject({ visit: third.visit });
  expect(await trust.take(member('ann', second.bytes))).toBeNull();
});

test('who has not proved the new password in time is nobody any more, also where the server keeps them', async () => {
  const next = { ...keys, epoch: keys.epoch + 1, memberMac: await otherMac() };
  const late = new MemberTrust({ rooms: () => [next, keys], ownCard: () => own, memory: undefined });
  const [before, after] = [await card(keys), await card(next)];
  await late.take(member('eve', before.bytes));
  await late.take(member('ann', after.bytes));
  expect(late.expectEpoch(next.epoch)).toEqual(['eve']);
  expect(late.cardOf('eve')).toBeUndefined();
  expect(await late.take(member('back', (await card(keys)).bytes))).toBeNull();
  expect(late.all).toEqual(
    new Map([
      ['eve', 'unverified'],
      ['ann', 'verified'],
      ['back', 'unverified'],
    ]),
  );
});

test('somebody with another key than last time is told apart, until that is remembered', async () => {
  const first = await card(keys);
  await trust.take(member('1', first.bytes, 'Ann'));
  expect(remembered.get('Ann')).toBe(base64url(first.signingKey));
  const second = await card(keys);
  await trust.take(member('2', second.bytes, 'Ann'));
  expect(trust.all.get('2')).toBe('changed');
  expect(remembered.get('Ann')).toBe(base64url(first.signingKey));
});

test('names that the server swaps while people are here are compared with what is remembered', async () => {
  const [anns, bobs] = [await card(keys), await card(keys)];
  await trust.take(member('1', anns.bytes, 'Ann'));
  await trust.take(member('2', bobs.bytes, 'Bob'));
  await trust.take(member('1', anns.bytes, 'Bob'));
  expect(trust.all.get('1')).toBe('changed');
  await trust.take(member('1', anns.bytes, 'Ann'));
  expect(trust.all.get('1')).toBe('verified');
});

test('the safety number is the same from everybody’s side, and another with another person', async () => {
  const other = await card(keys);
  await trust.take(member('ann', other.bytes));
  const theirs = new MemberTrust({ rooms: () => [keys], ownCard: () => other, memory: undefined });
  await theirs.take(member('me', own.bytes));
  const number = await trust.safetyNumber();
  expect(await theirs.safetyNumber()).toBe(number);
  await theirs.take(member('third', (await card(keys)).bytes));
  expect(await theirs.safetyNumber()).not.toBe(number);
});

test('who proved a password that is not known here yet stays who they were', async () => {
  const signingKey = await newSigningKey();
  const before = await card(keys, signingKey);
  await trust.take(member('ann', before.bytes));
  const ahead = await card({ ...keys, epoch: keys.epoch + 1, memberMac: await otherMac() }, signingKey);
  expect(await trust.take(member('ann', ahead.bytes))).toBeUndefined();
  expect(trust.all.get('ann')).toBe('verified');
});

function otherMac(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}
