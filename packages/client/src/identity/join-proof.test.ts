import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { joinProof } from './join-proof.ts';
import { newIdentity } from './key-pair-identity.ts';

function proof({ needed = false } = {}) {
  const clock = new ManualClock();
  const nonce = Promise.withResolvers<string>();
  const opened = Promise.withResolvers<void>();
  const proved = joinProof({
    identity: newIdentity(),
    nonce: nonce.promise,
    opened: opened.promise,
    needed,
    clock,
    host: 'talk.example',
    room: 'tea-house',
  });
  return { clock, nonce, opened, proved };
}

/** Lets what waits for a promise go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('whoever reaches the server late keeps their key', async () => {
  const { clock, nonce, opened, proved } = proof();
  clock.advance(4_000);
  opened.resolve();
  await settle();
  clock.advance(500);
  nonce.resolve('a-nonce');
  expect(await proved).toMatchObject({ key: expect.any(String), signature: expect.any(String) });
});

test('a server that says no nonce is joined without a key', async () => {
  const { clock, opened, proved } = proof();
  opened.resolve();
  await settle();
  clock.advance(1_000);
  expect(await proved).toBeUndefined();
});

test('where nobody comes in without a key, it is waited for', async () => {
  const { clock, nonce, opened, proved } = proof({ needed: true });
  opened.resolve();
  await settle();
  clock.advance(limits.requestTimeoutMs - 1);
  nonce.resolve('a-nonce');
  expect(await proved).toMatchObject({ key: expect.any(String) });
});

test('a connection that never opens leaves nothing waiting', async () => {
  const { opened, proved } = proof();
  opened.reject(new Error('no way'));
  expect(await proved).toBeUndefined();
});
