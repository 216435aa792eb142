import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dtlsParameters, microphone } from '../../testing/fake-microphone.ts';
import type { SignalingClient } from '../../testing/signaling-client.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());

/** Every method that takes an id, and the kind of one's own id that it takes. */
const methods = [
  [
    'connectTransport',
    'own transport',
    (id: string) => ({ transportId: id, dtlsParameters: dtlsParameters() }),
  ],
  ['setProducerPaused', 'own producer', (id: string) => ({ producerId: id, paused: true })],
  ['closeProducer', 'own producer', (id: string) => ({ producerId: id })],
] as const;

async function speaker(room: string) {
  const { client, joined, self } = await server.member(room);
  const { producerId } = await client.request('produce', microphone());
  return { client, joined, self, producerId };
}

async function everyIdThereIs(): Promise<{
  me: SignalingClient;
  others: SignalingClient[];
  ids: [string, string][];
}> {
  const me = await speaker('ours');
  const neighbour = await speaker('ours');
  const { consumer } = await me.client.next('consumerAdded');
  const stranger = await speaker('theirs');
  const of = (whose: string, { joined, self, producerId }: typeof me): [string, string][] => [
    [`${whose} producer`, producerId],
    [`${whose} transport`, joined.sendTransport.id],
    [`${whose} receiving transport`, joined.recvTransport.id],
    [`${whose} member`, self.id],
  ];
  const ids: [string, string][] = [
    ...of('own', me),
    ...of("a neighbour's", neighbour),
    ...of("a stranger's", stranger),
    ['own consumer', consumer.id],
    ['no', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['prototype', '__proto__'],
  ];
  return { me: me.client, others: [neighbour.client, stranger.client], ids };
}

test.each(methods)('%s takes the id of %s and no other', async (method, right, params) => {
  const { me, others, ids } = await everyIdThereIs();
  // Two hear each other, and each room's tap hears everybody.
  await server.counted({ producers: 3, consumers: 5 });
  const before = await server.counts();
  const heardBefore = others.map(({ history }) => history.length);
  for (const [what, id] of ids) {
    if (!what.startsWith('own') || !what.endsWith(right.split(' ')[1] ?? '')) {
      expect([what, await me.ask(method, params(id))]).toEqual([what, 'not_found']);
    }
  }
  expect(await server.counts()).toEqual(before);
  expect(others.map(({ history }) => history.length)).toEqual(heardBefore);
  const own = ids.find(([what]) => what === right)?.[1] ?? '';
  expect(await me.ask(method, params(own))).toBe('ok');
  await server.dismiss();
});
