import { limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { KeyHolder } from '../../testing/key-holder.ts';
import { type Answer, PrivateHouse } from '../../testing/private-house.ts';
import type { SignalingClient } from '../../testing/signaling-client.ts';
import { realLimits, TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let house: PrivateHouse;
beforeAll(async () => {
  const { wrongProofsPerPrefix } = realLimits;
  // The work itself is tested beside the puzzle.
  Object.assign(limits, { wrongProofsPerPrefix, challengeBitsLeast: 4, challengeBitsMost: 4 });
  server = await TestServer.open({ TRUSTED_PROXIES: '127.0.0.1' });
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
const from = (forwardedFor: string) => server.connect({ forwardedFor });

/** Asks and answers, and stays outside. */
async function proveAtDoor(
  client: SignalingClient,
  { ticket, ...answer }: Answer & { ticket?: string } = {},
) {
  const asked = await client.request('challenge', { room: house.name, ...(ticket && { ticket }) });
  return client.request('prove', { proof: await house.prove(client, asked, answer) });
}

test('whoever knows the secret is told so at the door, and what the room is called, and is not in', async () => {
  const client = await server.connect();
  const identity = await new KeyHolder().proof(client, { room: house.name });
  await client.request('putPrivateRoom', { ...house.params, identity, sealedMeta: 'sealed' });
  const inside = await server.connect();
  await house.enter(inside);
  const proved = await proveAtDoor(client);
  expect(proved).toEqual({ epoch: 1, ticket: expect.stringMatching(/^[\w-]{43}$/), sealedMeta: 'sealed' });
  expect(await client.ask('leave', {})).toBe('not_joined');
  // What was answered is no answer any more.
  await expect(client.join(house.name, { card: 'card' })).rejects.toEqual(failed('proof_required'));
  await inside.request('ping', {});
  expect(inside.untaken).toEqual([]);
  expect((await house.enter(await server.connect())).members).toHaveLength(1);
});

test('the ticket from the door spares the join the work, and that alone', async () => {
  const client = await server.connect();
  await house.put(client);
  const { key: signingKey } = new KeyHolder();
  const { ticket } = await proveAtDoor(client, { signingKey });
  client.socket.close(1000);
  const next = await server.connect();
  const asked = await next.request('challenge', { room: house.name, ticket });
  expect(asked.bits).toBe(0);
  // Another key, or another password, is none the better for it.
  const other = await house.prove(next, asked);
  await expect(next.join(house.name, { proof: other, card: 'card' })).rejects.toEqual(
    failed('proof_rejected'),
  );
  const wrong = (await PrivateHouse.make()).auth;
  await expect(house.enter(next, { ticket, signingKey, auth: wrong })).rejects.toEqual(
    failed('proof_rejected'),
  );
  const joined = await house.enter(next, { ticket, signingKey });
  expect(joined.private?.ticket).not.toBe(ticket);
});

test('who was in before keeps the ticket they have, and nobody else is given it for knowing their key', async () => {
  const client = await server.connect();
  await house.put(client);
  const { key: signingKey } = new KeyHolder();
  const ticket = (await house.enter(client, { signingKey })).private?.ticket ?? '';
  expect((await proveAtDoor(await server.connect(), { signingKey, ticket })).ticket).toBe(ticket);
  expect((await proveAtDoor(await server.connect(), { signingKey })).ticket).not.toBe(ticket);
});

const wrong: Record<string, () => Promise<Answer>> = {
  'another password': async () => ({ auth: (await PrivateHouse.make()).auth }),
  'another host': async () => ({ change: { host: 'evil.example' } }),
  'another nonce': async () => ({ change: { nonce: new Uint8Array(32) } }),
  'another connection': async () => ({ change: { connectionId: new Uint8Array(16) } }),
};

test.each(Object.keys(wrong))('with %s nothing is told at the door', async (what) => {
  const client = await server.connect();
  await house.put(client);
  await expect(proveAtDoor(client, await wrong[what]?.())).rejects.toEqual(failed('proof_rejected'));
  await proveAtDoor(client);
});

test('an answer is good once, at the door or to come in, over the connection that was asked', async () => {
  const [ann, bob] = [await server.connect(), await server.connect()];
  await house.put(ann);
  const proof = await house.prove(ann, await ann.request('challenge', { room: house.name }));
  await expect(bob.request('prove', { proof })).rejects.toEqual(failed('proof_required'));
  await bob.request('challenge', { room: house.name });
  await expect(bob.request('prove', { proof })).rejects.toEqual(failed('proof_rejected'));
  await ann.request('prove', { proof });
  await expect(ann.request('prove', { proof })).rejects.toEqual(failed('proof_required'));
  await expect(ann.join(house.name, { proof, card: 'card' })).rejects.toEqual(failed('proof_required'));
});

test('wrong answers at the door and wrong joins are one count, and the wait is told', async () => {
  const guess = (await PrivateHouse.make()).auth;
  await house.put(await server.connect());
  const client = await from('203.0.113.7');
  for (let count = 0; count < limits.wrongProofsPerPrefix; count++) {
    const answer =
      count % 2 === 0 ? proveAtDoor(client, { auth: guess }) : house.enter(client, { auth: guess });
    await expect(answer).rejects.toEqual(failed('proof_rejected'));
  }
  const refusal = await proveAtDoor(client).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ error: 'rate_limited', retryAfterMs: expect.any(Number) });
  await expect(house.enter(client)).rejects.toEqual(failed('rate_limited'));
  await proveAtDoor(await from('203.0.113.8'));
});

test('right answers are no guesses, and nobody stands at the door without end', async () => {
  await house.put(await server.connect());
  const client = await from('203.0.113.9');
  for (let count = 0; count < limits.challengesPerConnection; count++) await proveAtDoor(client);
  await expect(proveAtDoor(client)).rejects.toEqual(failed('rate_limited'));
  await house.enter(await from('203.0.113.9'));
});

test('who answers with the password before the last is told that it was changed, and given nothing', async () => {
  const client = await server.connect();
  await house.put(client);
  const proof = await house.prove(client, await client.request('challenge', { room: house.name }));
  await (await server.connect()).request('putPrivateRoom', (await house.change()).params);
  await expect(client.request('prove', { proof })).rejects.toEqual(failed('epoch_passed'));
  expect((await proveAtDoor(client)).epoch).toBe(2);
});

test('after a change of the password a ticket from the door is none, and a ticket of who was in still is one', async () => {
  const client = await server.connect();
  await house.put(client);
  const { key: signingKey } = new KeyHolder();
  const own = (await house.enter(await server.connect(), { signingKey })).private?.ticket ?? '';
  const { ticket } = await proveAtDoor(client);
  await client.request('putPrivateRoom', (await house.change()).params);
  const bits = async (shown: string) =>
    (await client.request('challenge', { room: house.name, ticket: shown })).bits;
  expect([await bits(ticket), await bits(own)]).toEqual([limits.challengeBitsLeast, 0]);
});

test('inside, a proof without a card is refused before it is looked at', async () => {
  const client = await server.connect();
  await house.put(client);
  await house.enter(client);
  const proof = await house.prove(client, await client.request('challenge', { room: house.name }));
  await expect(client.request('prove', { proof })).rejects.toEqual(failed('encryption_required'));
  await client.request('prove', { proof, card: 'another' });
});
