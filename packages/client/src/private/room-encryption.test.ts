import { makeCard, newSealingKey, newSigningKey, type RoomKeys, sealKey } from '@earshot/crypto';
import { ManualClock } from '@earshot/lifetime';
import { type KeyLetter, limits, writeContent } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { base64url } from '../identity/base64url.ts';
import { RoomEncryption } from './room-encryption.ts';
import { hallKeys } from './testing/key-hall.ts';

async function visitor(room: RoomKeys) {
  const [signingKey, sealingKey] = await Promise.all([newSigningKey(), newSealingKey()]);
  const visit = crypto.getRandomValues(new Uint8Array(16));
  const card = await makeCard({ room, slot: 1, visit, signingKey, sealingKey: sealingKey.publicKey });
  return { card, signingKey, sealingKey };
}

const member = (id: string, { card }: { card: { bytes: Uint8Array } }) => ({
  id,
  name: id,
  key: '',
  card: base64url(card.bytes),
});

test('whom a server keeps in a room whose new password they have not proved gets no more keys', async () => {
  const clock = new ManualClock();
  const keys = await hallKeys();
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const memberMac = (await crypto.subtle.generateKey(hmac, false, ['sign', 'verify'])) as CryptoKey;
  const renewed: RoomKeys = { ...keys, epoch: keys.epoch + 1, memberMac };
  const own = await visitor(keys);
  const letters: [string, KeyLetter['do']][] = [];
  const encryption = new RoomEncryption({
    kind: 'private',
    keys,
    own: { ...own, cards: [own.card] },
    frames: undefined,
    memory: undefined,
    meta: undefined,
    openLevels: undefined,
    clock,
    proveAgain: async () => ({ keys: renewed, card: (await visitor(renewed)).card, meta: undefined }),
  });
  encryption.attach({
    post: (to, letter) =>
      letters.push(...to.map((id) => [id, letter.do] satisfies [string, KeyLetter['do']])),
    onPrivacy: () => {},
    onStopped: () => {},
    onRenewed: () => {},
  });
  encryption.memberSeen(member('eve', await visitor(keys)));
  await encryption.prove({ password: 'another one' });
  encryption.memberSeen(member('ann', await visitor(renewed)));
  await encryption.settled();
  clock.advance(limits.proveAgainWithinMs - 1);
  await encryption.settled();
  expect(encryption.privacy.members.get('eve')).toBe('verified');
  letters.length = 0;
  // At the end of the time; then the new key is drawn, and sent to who stays.
  clock.advance(1);
  await encryption.settled();
  clock.advance(250);
  await encryption.settled();
  expect(Object.fromEntries(encryption.privacy.members)).toEqual({ eve: 'unverified', ann: 'verified' });
  expect(letters).toEqual([['ann', 'key']]);
  // Nor is what they write under the old password read as new.
  expect(encryption.past.admits({ epoch: keys.epoch, sequence: 9, live: true })).toBe(false);
  expect(encryption.past.admits({ epoch: renewed.epoch, sequence: 9, live: true })).toBe(true);
  encryption.close();
});

test('a post under a key that never was is not asked for without end', async () => {
  const clock = new ManualClock();
  const keys = await hallKeys();
  const [own, ann] = [await visitor(keys), await visitor(keys)];
  let asked = 0;
  const encryption = new RoomEncryption({
    kind: 'encrypted',
    keys,
    own: { ...own, cards: [own.card] },
    frames: undefined,
    memory: undefined,
    meta: undefined,
    openLevels: undefined,
    clock,
    proveAgain: () => Promise.reject(new Error('nobody changes it')),
  });
  encryption.attach({
    post: (_to, letter) => {
      if (letter.do === 'need') asked += 1;
    },
    onPrivacy: () => {},
    onStopped: () => {},
    onRenewed: () => {},
  });
  encryption.memberSeen(member('ann', ann));
  const newest = { generation: 5, step: 0, baseKey: new Uint8Array(32).fill(9) };
  const sendKey = async () => {
    const parcel = { from: ann.card, to: own.card, signingKey: ann.signingKey, key: newest };
    const letter: KeyLetter = { do: 'key', bytes: await sealKey(parcel) };
    encryption.takeLetter('ann', writeContent(letter));
    await encryption.settled();
  };
  await sendKey();
  const given: Uint8Array[] = [];
  const arrive = (generation: number) => {
    const content = new Uint8Array(600);
    new DataView(content.buffer).setUint16(0, generation);
    encryption.posts.open('ann', { topic: 'game', content }, (bytes) => given.push(bytes));
  };
  // One from before is gone for good.
  arrive(4);
  await encryption.settled();
  clock.advance(60_000);
  await encryption.settled();
  expect(asked).toBe(0);
  // One that may still come is asked for, and its sender always answers with what they have.
  arrive(6);
  for (let round = 0; round < 30; round += 1) {
    await encryption.settled();
    clock.advance(300);
    await encryption.settled();
    await sendKey();
  }
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(10);
  expect(given).toEqual([]);
  encryption.close();
});
