import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { types as mediasoup } from 'mediasoup';
import { microphone } from '../testing/fake-microphone.ts';
import { TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

const clock = new ManualClock();
const producers: mediasoup.Producer[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open({}, { clock });
  server.workers[0]?.observer.on('newrouter', (router) => {
    router.observer.on('newtransport', (transport) => {
      transport.observer.on('newproducer', (producer) => producers.push(producer));
    });
  });
});
afterAll(() => server.close());

test('whoever floods the worker with packets of a microphone is sent out, and nobody else', async () => {
  const [ann, bob] = [await server.member('flood'), await server.member('flood')];
  const { producerId } = await ann.client.request('produce', microphone({ paused: true }));
  await bob.client.request('produce', microphone());
  const producer = producers.find(({ id }) => id === producerId) as mediasoup.Producer;
  // What the worker counts: no WebRTC here could send so much.
  producer.getStats = async () =>
    [
      { packetCount: clock.nowMs() * 2 * (limits.packetsPerSecond / 1_000), timestamp: clock.nowMs() },
    ] as mediasoup.ProducerStat[];
  let ended = '';
  void ann.client.closed.then(({ reason }) => {
    ended = reason;
  });
  await until(
    () => {
      clock.advance(100);
      return ended;
    },
    (reason) => reason !== '',
  );
  expect(ended).toBe('flooded');
  expect(await bob.client.ask('ping', {})).toBe('ok');
  expect(server.errors).toEqual([]);
});
