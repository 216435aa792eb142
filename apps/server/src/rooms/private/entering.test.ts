import { limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { KeyHolder } from '../../testing/key-holder.ts';
import { type Answer, PrivateHouse } from '../../testing/private-house.ts';
import type { SignalingClient } from '../../testing/signaling-client.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let house: PrivateHouse;
beforeAll(async () => {
  // The work itself is tested beside the puzzle.
  Object.assign(limits, { challengeBitsLeast: 4, challengeBitsMost: 4 });
  server = await TestServer.open();
});
beforeEach(async () => {
  house = await PrivateHouse.make();
});
afterEach(async () => {
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

const failed = (error: string) => expect.objectContaining({ error });

test('who knows the secret comes in, and everybody sees their card and that all is encrypted', async () => {
  const client = await server.connect();
  const olga = await house.put(client);
  const identity = await olga.proof(client, { room: house.name });
  const joined = await house.enter(client, { params: { identity, name: 'Olga' } });
  expect(joined.room).toMatchObject({ name: house.name, owned: true });
  expect(joined.room.settings).toMatchObject({ encrypted: true, listed: false, topic: '', tags: [] });
  expect(joined.self).toMatchObject({ role: 'owner', card: 'card' });
  expect(joined.private).toEqual({ epoch: 1, ticket: expect.stringMatching(/^[\w-]{43}$/) });
  const other = await server.connect();
  const { members } = await house.enter(other, { params: { card: 'another' } });
  expect(members).toMatchObject([{ name: 'Olga', card: 'card' }]);
  expect((await client.next('memberJoined')).member.card).toBe('another');
});

test('without a proof, or for a room that nobody made, there is no way in', async () => {
  const client = await server.connect();
  await expect(client.join(house.name)).rejects.toEqual(failed('not_found'));
  await expect(client.request('challenge', { room: house.name })).rejects.toEqual(failed('not_found'));
  await house.put(client);
  await expect(client.join(house.name)).rejects.toEqual(failed('proof_required'));
  await house.enter(await server.connect());
  await expect(client.join(house.name)).rejects.toEqual(failed('proof_required'));
  await expect(client.join(house.name, { returning: 'made-up' })).rejects.toEqual(failed('proof_required'));
});

test('what the room is called is given to whoever has proved the secret, and nobody can try passwords on it before', async () => {
  const client = await server.connect();
  const identity = await new KeyHolder().proof(client, { room: house.name });
  await client.request('putPrivateRoom', { ...house.params, identity, sealedMeta: 'sealed' });
  const asked = await client.request('challenge', { room: house.name });
  expect(Object.keys(asked).sort()).toEqual(['bits', 'nonce', 'record']);
  const joined = await house.enter(await server.connect());
  expect(joined.private).toMatchObject({ epoch: 1, sealedMeta: 'sealed' });
});

const wrong: Record<string, (client: SignalingClient) => Promise<Answer>> = {
  'another password': async () => ({ auth: (await PrivateHouse.make()).auth }),
  'another host': async () => ({ change: { host: 'evil.example' } }),
  'another room': async () => ({ change: { roomId: (await PrivateHouse.make()).record.roomId } }),
  'another epoch': async () => ({ change: { epoch: 2 } }),
  'another nonce': async () => ({ change: { nonce: new Uint8Array(32) } }),
  'another connection': async () => ({ change: { connectionId: new Uint8Array(16) } }),
  'another signing key': async () => ({ change: { signingKey: new Uint8Array(32) } }),
  'another sealing key': async () => ({ change: { sealingKey: new Uint8Array(32) } }),
  'another counter': async () => ({ change: { counter: 2 ** 40 } }),
  "the owner's key instead of the secret": async () => ({ auth: house.owner }),
};

test.each(Object.keys(wrong))('a proof with %s is rejected, and nobody inside notices', async (what) => {
  const inside = await server.connect();
  await house.put(inside);
  await house.enter(inside);
  const client = await server.connect();
  await expect(house.enter(client, await wrong[what]?.(client))).rejects.toEqual(failed('proof_rejected'));
  await inside.request('ping', {});
  expect(inside.untaken).toEqual([]);
  // A slip of the finger is no reason to connect again.
  await house.enter(client);
});

const spoilt = ['epoch', 'signingKey', 'sealingKey', 'counter', 'signature'] as const;

test.each(spoilt)('a proof whose %s was changed on the way is rejected', async (field) => {
  const client = await server.connect();
  await house.put(client);
  const asked = await client.request('challenge', { room: house.name });
  const proof = await house.prove(client, asked);
  const { [field]: value } = proof;
  const other =
    typeof value === 'number' ? value + 1 : `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`;
  await expect(
    client.join(house.name, { proof: { ...proof, [field]: other }, card: 'card' }),
  ).rejects.toEqual(failed('proof_rejected'));
});

test('an answer is good once, over the connection that was asked, for the room that it was asked for', async () => {
  const [ann, bob] = [await server.connect(), await server.connect()];
  await house.put(ann);
  const attic = await PrivateHouse.make();
  await attic.put(bob);
  const asked = await ann.request('challenge', { room: house.name });
  const proof = await house.prove(ann, asked);
  await expect(bob.join(house.name, { proof, card: 'card' })).rejects.toEqual(failed('proof_required'));
  await bob.request('challenge', { room: house.name });
  await expect(bob.join(house.name, { proof, card: 'card' })).rejects.toEqual(failed('proof_rejected'));
  await bob.request('challenge', { room: attic.name });
  await expect(bob.join(house.name, { proof, card: 'card' })).rejects.toEqual(failed('proof_rejected'));
  await ann.join(house.name, { proof, card: 'card' });
  const again = await server.connect();
  await expect(again.join(house.name, { proof, card: 'card' })).rejects.toEqual(failed('proof_required'));
});

test('a question is forgotten for a newer one, and after a number of them nothing is asked any more', async () => {
  const client = await server.connect();
  await house.put(client);
  const first = await client.request('challenge', { room: house.name });
  await client.request('challenge', { room: house.name });
  const proof = await house.prove(client, first);
  await expect(client.join(house.name, { proof, card: 'card' })).rejects.toEqual(failed('proof_rejected'));
  for (let count = 2; count < limits.challengesPerConnection; count++) {
    await client.request('challenge', { room: house.name });
  }
  await expect(client.request('challenge', { room: house.name })).rejects.toEqual(failed('rate_limited'));
});

test('what the server shows to strangers lets nobody in', async () => {
  const client = await server.connect();
  await house.put(client);
  const asked = await client.request('challenge', { room: house.name });
  expect(Object.keys(asked).sort()).toEqual(['bits', 'nonce', 'record']);
  expect(asked.record).toBe(Buffer.from(house.record.bytes).toString('base64url'));
  const shown = Buffer.from(asked.record, 'base64url').toString('hex');
  expect(shown).not.toContain(Buffer.from(house.auth.publicKey).toString('hex'));
});

test('without a card nobody comes in, and nobody inside notices', async () => {
  const inside = await server.connect();
  await house.put(inside);
  await house.enter(inside);
  const client = await server.connect();
  const params = { card: undefined };
  await expect(house.enter(client, { params })).rejects.toEqual(failed('encryption_required'));
  await inside.request('ping', {});
  expect(inside.untaken).toEqual([]);
  await house.enter(client);
});

test('nobody sees from outside that anybody is in', async () => {
  const client = await server.connect();
  await house.put(client);
  await house.enter(client);
  const glance = await server.fetch(`/api/rooms/${house.name}/glance`);
  expect(await glance.json()).toEqual({
    people: 0,
    talking: 0,
    faces: [],
    topic: '',
    locked: false,
    encrypted: false,
  });
  const page = await (await server.fetch(`/r/${house.name}`)).text();
  expect(page).not.toContain('og:title');
  expect(await (await server.fetch('/api/rooms')).json()).toMatchObject({ rooms: [] });
});

test('as many come in as there are keys for', async () => {
  const most = limits.encryptedRoomMembers;
  try {
    Object.assign(limits, { encryptedRoomMembers: 2 });
    const owner = await server.connect();
    const holder = await house.put(owner);
    await house.enter(await server.connect());
    await house.enter(await server.connect());
    await expect(house.enter(await server.connect())).rejects.toEqual(failed('room_full'));
    const identity = await holder.proof(owner, { room: house.name });
    await expect(house.enter(owner, { params: { identity } })).rejects.toEqual(failed('room_full'));
  } finally {
    Object.assign(limits, { encryptedRoomMembers: most });
  }
});

test('the owner keeps what was promised: encrypted, unlisted, and theirs', async () => {
  const client = await server.connect();
  const holder = await house.put(client);
  const identity = await holder.proof(client, { room: house.name });
  const { room } = await house.enter(client, { params: { identity } });
  const bob = await server.connect();
  const other = new KeyHolder();
  const { self } = await house.enter(bob, {
    params: { identity: await other.proof(bob, { room: house.name }) },
  });
  for (const change of [{ encrypted: false }, { listed: true }, { topic: 'Tea' }, { tags: ['tea'] }]) {
    const settings = { ...room.settings, ...change };
    await expect(client.request('setRoomSettings', { settings })).rejects.toEqual(failed('not_permitted'));
  }
  await expect(client.request('handOver', { memberId: self.id })).rejects.toEqual(failed('not_permitted'));
  await client.request('setRoomSettings', { settings: { ...room.settings, sizeLimit: 5 } });
});
