import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { seen } from '../../testing/house.ts';
import { KeyHolder } from '../../testing/key-holder.ts';
import { PrivateHouse } from '../../testing/private-house.ts';
import type { SignalingClient } from '../../testing/signaling-client.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let house: PrivateHouse;
beforeAll(async () => {
  Object.assign(limits, { challengeBitsLeast: 0, challengeBitsMost: 0 });
  server = await TestServer.open();
  Object.assign(limits, { seatKeptMs: 5_000 });
});
beforeEach(async () => {
  house = await PrivateHouse.make();
});
afterEach(async () => {
  Object.assign(limits, { seatKeptMs: 5_000 });
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

const failed = (error: string) => expect.objectContaining({ error });

/** Runs on a server of its own, whose time passes only with `pass`, while those named there give signs of life. */
async function inSlowMotion(
  run: (slow: TestServer, pass: (ms: number, ...alive: SignalingClient[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  const clock = new ManualClock(Date.now());
  const slow = await TestServer.open({}, { clock });
  try {
    await run(slow, async (ms, ...alive) => {
      for (let left = ms; left > 0; left -= limits.heartbeatIntervalMs) {
        clock.advance(Math.min(left, limits.heartbeatIntervalMs));
        await Promise.all(alive.map((client) => client.request('ping', {})));
      }
    });
  } finally {
    await slow.close();
  }
}

async function inside(where = server) {
  const client = await where.connect();
  const { key: signingKey } = new KeyHolder();
  const joined = await house.enter(client, { signingKey });
  return { client, joined, self: joined.self, signingKey };
}

/** Proves the secret as it is now, from inside. */
async function proveAgain({ client, signingKey }: { client: SignalingClient; signingKey: string }) {
  const asked = await client.request('challenge', { room: house.name });
  const proof = await house.prove(client, asked, { signingKey });
  return client.request('prove', { proof, card: 'new-card' });
}

test('after a change of the password who proves the new one stays, and who does not is sent out', async () => {
  await inSlowMotion(async (slow, pass) => {
    const ask = async () => inside(slow);
    await house.put(await slow.connect());
    const [ann, bob, cid] = [await ask(), await ask(), await ask()];
    Object.assign(limits, { seatKeptMs: 2 * limits.proveAgainWithinMs });
    cid.client.destroy();
    while ((await ann.client.next('memberChanged')).member.presence !== 'away');
    const { params } = await house.change();
    await bob.client.request('putPrivateRoom', params);
    expect(await ann.client.next('recordChanged')).toEqual({
      record: Buffer.from(house.record.bytes).toString('base64url'),
      proveWithinMs: limits.proveAgainWithinMs,
    });
    expect(await proveAgain(ann)).toEqual({ epoch: 2, ticket: ann.joined.private?.ticket });
    await seen(bob.client, ann.self.id, { card: 'new-card' });
    await pass(limits.proveAgainWithinMs - 1_000, ann.client, bob.client);
    expect(ann.client.untaken).not.toContain('memberLeft');
    await pass(1_000, ann.client);
    expect(await bob.client.closed).toEqual({ code: 4420, reason: 'not_proved' });
    const gone = [await ann.client.next('memberLeft'), await ann.client.next('memberLeft')];
    expect(gone.map(({ memberId }) => memberId).toSorted()).toEqual([bob.self.id, cid.self.id].toSorted());
    expect(gone.map(({ reason }) => reason)).toEqual(['removed', 'removed']);
    await ann.client.request('ping', {});
  });
});

test('the old password opens nothing any more, not even for who was asked before the change', async () => {
  const owner = await server.connect();
  await house.put(owner);
  const [waiting, asked] = [await server.connect(), house];
  const question = await waiting.request('challenge', { room: house.name });
  const early = await asked.prove(waiting, question);
  const old = house.auth;
  await owner.request('putPrivateRoom', (await house.change()).params);
  await expect(waiting.join(house.name, { proof: early, card: 'card' })).rejects.toEqual(
    failed('epoch_passed'),
  );
  await expect(house.enter(await server.connect(), { auth: old })).rejects.toEqual(failed('proof_rejected'));
  await house.enter(waiting);
});

test('a seat is taken again without a proof, unless the password changed meanwhile', async () => {
  await house.put(await server.connect());
  const [ann, bob] = [await inside(), await inside()];
  bob.client.destroy();
  while ((await ann.client.next('memberChanged')).member.presence !== 'away');
  const back = await server.connect();
  const again = await back.join(house.name, { returning: bob.joined.returnToken });
  expect(again.self).toMatchObject({ id: bob.self.id, card: 'card' });
  expect(again.private).toEqual(bob.joined.private);
  back.destroy();
  while ((await ann.client.next('memberChanged')).member.presence !== 'away');
  await ann.client.request('putPrivateRoom', (await house.change()).params);
  const late = await server.connect();
  const returning = again.returnToken;
  await expect(late.join(house.name, { returning })).rejects.toEqual(failed('proof_required'));
  const { self } = await house.enter(late, { params: { returning, card: 'other' } });
  expect(self).toMatchObject({ id: bob.self.id, card: 'other' });
});

test('the same record once more is no change, an earlier one or another of the same epoch is refused', async () => {
  const client = await server.connect();
  await house.put(client);
  const first = house.params;
  await client.request('putPrivateRoom', first);
  const twin = await house.signed({ epoch: 1 });
  await expect(client.request('putPrivateRoom', twin.params)).rejects.toEqual(failed('epoch_passed'));
  await house.enter(await server.connect());
  await client.request('putPrivateRoom', (await house.change()).params);
  await expect(client.request('putPrivateRoom', first)).rejects.toEqual(failed('epoch_passed'));
});

test('a record counts only as its owner signed it, with the verifier that it commits to', async () => {
  // A connection of its own for each: one may send few.
  const put = async (params: object) => (await server.connect()).ask('putPrivateRoom', params);
  for (const half of ['record', 'recordSecret'] as const) {
    const bytes = Buffer.from(house.params[half], 'base64url');
    for (let at = 0; at < bytes.length; at += 5) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ 1;
      const answer = await put({ ...house.params, [half]: bent.toString('base64url') });
      expect([half, at, answer]).toEqual([half, at, 'record_rejected']);
    }
  }
  const { record } = house.params;
  expect(await put({ ...house.params, record: record.slice(4) })).toBe('record_rejected');
  const { params } = await house.signed({ epoch: 1, expiresAtMs: Date.now() - 1 });
  expect(await put(params)).toBe('record_rejected');
  expect(await put(house.params)).toBe('identity_required');
});

test('one connection sends a few records, and then waits', async () => {
  const client = await server.connect();
  const answers: string[] = [];
  for (let count = 0; count <= limits.hostActionBurst + 1; count++) {
    answers.push(await client.ask('putPrivateRoom', house.params));
  }
  expect([answers[0], answers.at(-1)]).toEqual(['identity_required', 'rate_limited']);
});

test('two who make the same room at once make one', async () => {
  const clients = await Promise.all([1, 2, 3].map(() => server.connect()));
  const holders = clients.map(() => new KeyHolder());
  await Promise.all(clients.map((client, index) => house.put(client, holders[index])));
  const joined = await Promise.all(
    clients.map(async (client, index) => {
      const identity = await holders[index]?.proof(client, { room: house.name });
      return house.enter(client, identity ? { params: { identity } } : {});
    }),
  );
  expect(joined.filter(({ self }) => self.role === 'owner')).toHaveLength(1);
});

test('prove is for private rooms, with a question before it', async () => {
  const { client } = await server.member('open');
  const proof = await house.prove(client, { record: '', nonce: 'A'.repeat(43), bits: 0 });
  await expect(client.request('prove', { proof, card: 'card' })).rejects.toEqual(failed('wrong_state'));
  await house.put(await server.connect());
  await expect(client.request('challenge', { room: house.name })).rejects.toEqual(failed('wrong_state'));
  const ann = await inside();
  await expect(ann.client.request('prove', { proof, card: 'card' })).rejects.toEqual(
    failed('proof_required'),
  );
});

test('a question that nobody answered in time is none any more', async () => {
  await inSlowMotion(async (slow, pass) => {
    const [ann, bob] = [await slow.connect(), await slow.connect()];
    await house.put(ann);
    await house.enter(ann);
    const asked = await ann.request('challenge', { room: house.name });
    await bob.request('challenge', { room: house.name });
    const proof = await house.prove(ann, asked);
    // Whoever was asked may take their time, and no longer.
    await pass(limits.challengeMs - 1_000, ann, bob);
    expect(bob.socket.readyState).toBe(bob.socket.OPEN);
    await pass(2_000, ann);
    expect(await bob.closed).toMatchObject({ reason: 'join_timeout' });
    await expect(ann.request('prove', { proof, card: 'card' })).rejects.toEqual(failed('proof_rejected'));
  });
});
