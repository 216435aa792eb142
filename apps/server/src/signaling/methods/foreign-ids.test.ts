import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dtlsParameters, microphone } from '../../testing/fake-microphone.ts';
import { openHouse } from '../../testing/house.ts';
import type { SignalingClient } from '../../testing/signaling-client.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());

/** Every method that takes the id of somebody in the room. */
const ofMembers: [string, (id: string) => object][] = [
  ['setRole', (id) => ({ memberId: id, role: 'listener' })],
  ['handOver', (id) => ({ memberId: id })],
  ['muteMember', (id) => ({ memberId: id })],
  ['allowToSpeak', (id) => ({ memberId: id })],
  ['askToUnmute', (id) => ({ memberId: id })],
  ['removeMember', (id) => ({ memberId: id })],
  ['banMember', (id) => ({ memberId: id })],
  ['lowerHands', (id) => ({ memberId: id })],
  ['report', (id) => ({ memberId: id, reason: 'spam', withChat: true })],
];

test.each(ofMembers)(
  '%s takes nobody of another room, and nothing that is no member',
  async (method, params) => {
    const room = `ours-${method.toLowerCase()}`;
    const [owner, guest] = await openHouse(server, room, { roles: ['speaker'] });
    const { client, self } = await server.member('theirs');
    const foreign = [self.id, owner.joined.sendTransport.id, '__proto__', 'constructor', 'x'];
    for (const id of foreign)
      expect([id, await owner.client.ask(method, params(id))]).toEqual([id, 'not_found']);
    await client.request('ping', {});
    expect(client.untaken).toEqual([]);
    expect(await owner.client.ask(method, params(guest?.id ?? ''))).toBe('ok');
    await server.dismiss();
  },
);

/** Every method that takes an id of one's own, and the kind of one's own id that it takes. */
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
  // Two hear each other, each room's tap hears everybody, and the room of two is in the directory.
  await server.counted({ producers: 3, consumers: 5, listed_rooms: 1 });
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
