import { createPublicKey, verify } from 'node:crypto';
import { ManualClock } from '@earshot/lifetime';
import { type JoinParams, joinStatement, RpcError } from '@earshot/protocol';
import { afterEach, expect, test } from '@jest/globals';
import type { Engine } from '../engine.ts';
import { joinRoom } from '../join-room.ts';
import { nodeEngine } from '../node/node-engine.ts';
import { prepare } from '../prepared-device.ts';
import { joinResult, StandInServer } from '../testing/stand-in-server.ts';
import { type Identity, keyHue } from './identity.ts';
import { newIdentity } from './key-pair-identity.ts';

let server: StandInServer | undefined;
afterEach(() => server?.close());

const nonce = 'a-nonce';
const engine = nodeEngine();

/** A server that notes with what identity people join. */
async function openServer({ refusing = false, hello = true } = {}): Promise<JoinParams['identity'][]> {
  const asked: JoinParams['identity'][] = [];
  server = await StandInServer.open(
    {
      join: ({ identity }) => {
        asked.push(identity);
        if (refusing && identity) throw new RpcError('identity_rejected');
        return joinResult();
      },
      leave: () => ({}),
    },
    hello ? { nonce } : {},
  );
  return asked;
}

async function joinAs(
  identity: Identity | Promise<Identity | undefined>,
  { clock, onOpen }: { clock?: ManualClock; onOpen?: () => void } = {},
) {
  const watched: Engine = {
    ...engine,
    openSocket: (socket) =>
      engine.openSocket({
        ...socket,
        onOpen: () => {
          socket.onOpen();
          onOpen?.();
        },
      }),
  };
  const options = { server: server?.url ?? '', room: 'lobby', name: 'Ada', engine: watched, identity };
  const room = await joinRoom(options, clock);
  await room.leave();
}

test('signs for this server, room and connection', async () => {
  const [asked, identity] = await Promise.all([openServer(), newIdentity()]);
  await joinAs(Promise.resolve(identity));
  const { key, signature } = asked[0] as NonNullable<JoinParams['identity']>;
  expect(key).toBe(identity.key);
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
  const statement = joinStatement({ host: new URL(server?.url ?? '').host, room: 'lobby', nonce });
  expect(verify(null, statement, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
});

test('shows the certificates by which it speaks for somebody else', async () => {
  const [asked, identity] = await Promise.all([openServer(), newIdentity()]);
  const issued = { person: (await newIdentity()).key, key: identity.key, issuedAtMs: 0 };
  const certificates = [{ ...issued, purpose: 'device' as const, signature: `${'b'.repeat(85)}Q` }];
  await joinAs({ ...identity, certificates });
  expect(asked[0]).toMatchObject({ key: identity.key, certificates });
});

test('a server that does not take the proof lets one in without', async () => {
  const asked = await openServer({ refusing: true });
  await joinAs(await newIdentity());
  expect(asked).toEqual([expect.anything(), undefined]);
});

test.each<[string, () => Identity | Promise<Identity | undefined>]>([
  ['cannot be had', () => Promise.resolve(undefined)],
  ['fails to open', () => Promise.reject(new Error('no IndexedDB'))],
  ['cannot sign', () => ({ key: 'key', sign: () => Promise.reject(new Error('no Ed25519')) })],
])('a key that %s keeps nobody outside', async (_what, identity) => {
  const asked = await openServer();
  await joinAs(identity());
  expect(asked).toEqual([undefined]);
});

test('neither does one that is never there, nor a server that says no hello', async () => {
  const clock = new ManualClock();
  await prepare(engine);
  for (const [hello, identity] of [
    [true, new Promise<undefined>(() => {})],
    [false, await newIdentity()],
  ] as const) {
    const asked = await openServer({ hello });
    const opened = Promise.withResolvers<void>();
    const joining = joinAs(identity, { clock, onOpen: opened.resolve });
    await opened.promise;
    // What waits for it goes on first.
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual([]);
    clock.advance(1_000);
    await joining;
    expect(asked).toEqual([undefined]);
    await server?.close();
  }
});

test('a key has one hue, always the same', () => {
  expect(keyHue('RCb0NkDWqTPJK5gN3fZ4Fq6x2LYy5kVqZ5r4sBqHt3A')).toBe(150);
  expect(keyHue('')).toBe(61);
});

test('hues are spread over the whole circle', async () => {
  const keys = await Promise.all(Array.from({ length: 400 }, async () => (await newIdentity()).key));
  const eighths = keys.map((key) => Math.floor(keyHue(key) / 45));
  for (let eighth = 0; eighth < 8; eighth += 1) {
    const share = eighths.filter((each) => each === eighth).length;
    expect(share).toBeGreaterThan(10);
    expect(share).toBeLessThan(100);
  }
});
