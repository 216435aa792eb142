import { limits } from '@earshot/protocol';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { KeyHolder } from '../../testing/key-holder.ts';
import { PrivateHouse } from '../../testing/private-house.ts';
import { realLimits, TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let house: PrivateHouse;
beforeAll(async () => {
  const { wrongProofsPerPrefix } = realLimits;
  // The work is left out here, and so is the pace: what is shown is that guessing ends however fast somebody works.
  Object.assign(limits, { wrongProofsPerPrefix, challengeBitsLeast: 0, challengeBitsMost: 0 });
  Object.assign(limits, { challengesPerConnection: 50, frameBurst: 1_000 });
  server = await TestServer.open({ TRUSTED_PROXIES: '127.0.0.1' });
});
beforeEach(async () => {
  house = await PrivateHouse.make();
  await house.put(await server.connect());
});
afterAll(() => server.close());

const failed = (error: string) => expect.objectContaining({ error });
const checked = async () => (await server.counts()).proofs_checked_total ?? 0;

test('of ten thousand guesses from everywhere 600 are looked at, while who has been in comes back at once', async () => {
  const wrong = (await PrivateHouse.make()).auth;
  const { key: signingKey } = new KeyHolder();
  const friend = await house.enter(await server.connect(), { signingKey });
  const ticket = friend.private?.ticket ?? '';
  const before = await checked();
  const beganAtMs = performance.now();
  const answers = new Map<string, number>();
  const guess = async (prefix: number) => {
    const client = await server.connect({ forwardedFor: `10.${prefix >> 8}.${prefix & 255}.1` });
    for (let count = 0; count < limits.challengesPerConnection; count++) {
      const answer = await house.enter(client, { auth: wrong }).catch(({ error }) => error as string);
      answers.set(String(answer), (answers.get(String(answer)) ?? 0) + 1);
    }
    client.socket.close(1000);
    await client.closed;
  };
  const prefixes = 10_000 / limits.challengesPerConnection;
  for (let done = 0; done < prefixes; done += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, index) => guess(done + index)));
  }
  const { proof_rejected: looked = 0, ...others } = Object.fromEntries(answers);
  // A few are forgotten meanwhile.
  const forgotten = ((performance.now() - beganAtMs) / 1_000) * limits.wrongProofsPerRoomPerSecond;
  expect(looked).toBeGreaterThanOrEqual(limits.wrongProofsPerRoom);
  expect(looked).toBeLessThanOrEqual(Math.ceil(limits.wrongProofsPerRoom + forgotten));
  expect(others).toEqual({ rate_limited: 10_000 - looked });
  expect((await checked()) - before).toBe(looked);

  // Even with the right password there is a wait now, and its length is told.
  const late = await server.connect({ forwardedFor: '192.0.2.1' });
  const refusal = await house.enter(late).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ error: 'rate_limited', retryAfterMs: expect.any(Number) });
  const startedAtMs = performance.now();
  const again = await house.enter(await server.connect({ forwardedFor: '10.0.0.1' }), { signingKey, ticket });
  expect(performance.now() - startedAtMs).toBeLessThan(2_000);
  expect(again.private?.ticket).toBe(ticket);
  // Another room is none of their business.
  const other = await PrivateHouse.make();
  await other.put(await server.connect());
  await other.enter(await server.connect({ forwardedFor: '10.0.0.1' }));
});

test('one address prefix has a few guesses, and others are not in line behind it', async () => {
  const wrong = (await PrivateHouse.make()).auth;
  const client = await server.connect({ forwardedFor: '203.0.113.7' });
  for (let count = 0; count < limits.wrongProofsPerPrefix; count++) {
    await expect(house.enter(client, { auth: wrong })).rejects.toEqual(failed('proof_rejected'));
  }
  await expect(house.enter(client)).rejects.toEqual(failed('rate_limited'));
  const neighbour = await server.connect({ forwardedFor: '203.0.113.8' });
  await house.enter(neighbour);
});

test('answers without the work are looked at no further, and make nothing harder', async () => {
  Object.assign(limits, { challengeBitsLeast: 20, challengeBitsMost: 22 });
  try {
    const client = await server.connect({ forwardedFor: '203.0.113.10' });
    const before = await checked();
    for (let count = 0; count < 3 * limits.wrongProofsPerBit; count++) {
      const asked = await client.request('challenge', { room: house.name });
      expect(asked.bits).toBe(20);
      const proof = await house.prove(client, { ...asked, bits: 0 });
      await expect(client.join(house.name, { proof, card: 'card' })).rejects.toEqual(
        failed('proof_rejected'),
      );
    }
    expect(await checked()).toBe(before);
  } finally {
    Object.assign(limits, { challengeBitsLeast: 0, challengeBitsMost: 0 });
  }
});

test('right answers are no guesses', async () => {
  for (let count = 0; count < 2 * limits.wrongProofsPerPrefix; count++) {
    await house.enter(await server.connect({ forwardedFor: '203.0.113.9' }));
  }
});

test('of many guesses with one ticket that were all asked for before the first was made, five are looked at', async () => {
  const wrong = (await PrivateHouse.make()).auth;
  const { key: signingKey } = new KeyHolder();
  const ticket = (await house.enter(await server.connect(), { signingKey })).private?.ticket ?? '';
  const asked = await Promise.all(
    Array.from({ length: 4 * limits.wrongProofsPerPrefix }, async () => {
      const client = await server.connect({ forwardedFor: '198.51.100.9' });
      const challenge = await client.request('challenge', { room: house.name, ticket });
      return { client, proof: await house.prove(client, challenge, { auth: wrong, signingKey }) };
    }),
  );
  const before = await checked();
  const answers = await Promise.all(
    asked.map(({ client, proof }) =>
      client.join(house.name, { proof, card: 'card' }).catch(({ error }) => error as string),
    ),
  );
  expect((await checked()) - before).toBe(limits.wrongProofsPerPrefix);
  expect(answers.filter((answer) => answer === 'proof_rejected')).toHaveLength(limits.wrongProofsPerPrefix);
  expect(new Set(answers)).toEqual(new Set(['proof_rejected', 'rate_limited']));
});

test('a ticket is of no use for guessing, for another key or another room', async () => {
  const wrong = (await PrivateHouse.make()).auth;
  const { key: signingKey } = new KeyHolder();
  const ticket = (await house.enter(await server.connect(), { signingKey })).private?.ticket ?? '';
  const enter = async (prefix: string, options: Parameters<PrivateHouse['enter']>[1]) => {
    const client = await server.connect({ forwardedFor: prefix });
    return house.enter(client, options).catch(({ error }) => error as string);
  };
  // A ticket that is none is as good as none: they answer like everybody else.
  expect(await enter('198.51.100.1', { ticket: 'A'.repeat(43) })).toMatchObject({ private: { epoch: 1 } });
  expect(await enter('198.51.100.2', { ticket })).toBe('proof_rejected');
  for (let count = 1; count < limits.wrongProofsPerPrefix; count++) {
    expect(await enter('198.51.100.3', { ticket, signingKey, auth: wrong })).toBe('proof_rejected');
  }
  // It is used up, and what follows is counted like everybody's.
  for (let count = 0; count < limits.wrongProofsPerPrefix; count++) {
    expect(await enter('198.51.100.3', { ticket, signingKey, auth: wrong })).toBe('proof_rejected');
  }
  expect(await enter('198.51.100.3', { ticket, signingKey })).toBe('rate_limited');
  const attic = await PrivateHouse.make();
  await attic.put(await server.connect());
  const client = await server.connect({ forwardedFor: '198.51.100.4' });
  expect((await attic.enter(client, { ticket, signingKey })).private?.ticket).not.toBe(ticket);
});
