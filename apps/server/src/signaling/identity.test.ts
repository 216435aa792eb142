import { limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { canReceiveAll } from '../testing/fake-microphone.ts';
import { KeyHolder } from '../testing/key-holder.ts';
import type { SignalingClient } from '../testing/signaling-client.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  await server.dismiss();
  jest.restoreAllMocks();
});
afterAll(() => server.close());

const ann = new KeyHolder();
const ask = (client: SignalingClient, identity: unknown, room = 'den') =>
  client.ask('join', { room, name: 'Ann', rtpCapabilities: canReceiveAll, identity });

test('greets each connection first, with a nonce of its own', async () => {
  const [one, other] = await Promise.all([server.connect(), server.connect()]);
  expect(await one.nonce).toMatch(/^[\w-]{24}$/);
  expect(await other.nonce).not.toBe(await one.nonce);
});

test('the others see the key that was proved, and none where none was', async () => {
  const { client: bob, self } = await server.member('den', { name: 'Bob' });
  expect(self.key).toBe('');
  const client = await server.connect();
  const joined = await client.join('den', { identity: await ann.proof(client, { room: 'den' }) });
  expect(joined.self.key).toBe(ann.key);
  expect((await bob.next('memberJoined')).member.key).toBe(ann.key);
});

test('one key may be in a room twice, as in two tabs', async () => {
  for (const seat of [0, 1]) {
    const client = await server.connect();
    const { self } = await client.join('den', { identity: await ann.proof(client, { room: 'den' }) });
    expect(self).toMatchObject({ seat, key: ann.key });
  }
});

const forgeries: Record<string, (client: SignalingClient) => Promise<unknown>> = {
  'signature of another key': async (client) => ({
    ...(await new KeyHolder().proof(client, { room: 'den' })),
    key: ann.key,
  }),
  'signature that was bent': async (client) => {
    const { signature, ...rest } = await ann.proof(client, { room: 'den' });
    return { ...rest, signature: `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}` };
  },
  'proof for another room': (client) => ann.proof(client, { room: 'attic' }),
  'proof for another server': (client) => ann.proof(client, { room: 'den', host: 'evil.example' }),
  'proof with the nonce of another connection': async (client) =>
    ann.proof(client, { room: 'den', nonce: await (await server.connect()).nonce }),
  'key that is no point of the curve': async (client) => ({
    ...(await ann.proof(client, { room: 'den' })),
    key: `${'_'.repeat(42)}8`,
  }),
};

test.each(Object.keys(forgeries))('a %s is refused, and nobody else notices', async (name) => {
  const { client: bob } = await server.member('den', { name: 'Bob' });
  const client = await server.connect();
  expect(await ask(client, await forgeries[name]?.(client))).toBe('identity_rejected');
  expect(await bob.ask('ping', {})).toBe('ok');
  expect(bob.untaken).toEqual([]);
  // Without a key they may come in all the same.
  expect(await ask(client, undefined)).toBe('ok');
});

/** A signature with another first letter. */
const otherwise = (signature: string) => `${signature.startsWith('_') ? '-' : '_'}${signature.slice(1)}`;

test.each(['right', 'wrong'])('a nonce is good for one proof, and that was %s', async (first) => {
  jest.replaceProperty(limits, 'roomMembers', 1 as never);
  await server.member('den', { name: 'Bob' });
  const client = await server.connect();
  const proof = await ann.proof(client, { room: 'den' });
  const wrong = { ...proof, key: new KeyHolder().key };
  const asked = first === 'right' ? proof : wrong;
  const answer = first === 'right' ? 'room_full' : 'identity_rejected';
  expect(await ask(client, asked)).toBe(answer);
  // The same one again is a join that is tried again, and no second proof.
  expect(await ask(client, asked)).toBe(answer);
  expect(await ask(client, await new KeyHolder().proof(client, { room: 'den' }))).toBe('identity_rejected');
  const other = { ...asked, signature: otherwise(wrong.signature) };
  expect(await ask(client, other)).toBe('identity_rejected');
});

test('a proof with stray bits or of the wrong length is invalid_params', async () => {
  const client = await server.connect();
  const proof = await ann.proof(client, { room: 'den' });
  expect(await ask(client, { ...proof, key: `${ann.key}A` })).toBe('invalid_params');
  expect(await ask(client, { ...proof, signature: `${proof.signature.slice(0, -1)}B` })).toBe(
    'invalid_params',
  );
  expect(await ask(client, proof)).toBe('ok');
});

test('a server that knows its names takes proofs for these only, whatever the request says', async () => {
  const named = await TestServer.open({ PUBLIC_HOSTS: 'talk.example' });
  const visit = async (host?: string) => {
    const client = await named.connect();
    return ask(client, await ann.proof(client, { room: 'den', ...(host ? { host } : {}) }));
  };
  expect(await visit('talk.example')).toBe('ok');
  expect(await visit()).toBe('identity_rejected');
  await named.close();
});
