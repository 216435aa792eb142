import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { liveBench } from './testing/sender-bench.ts';

test('the server goes on forwarding for 100 ms of silence before it is told of the muting', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await setImmediate();
  bench.clock.advance(99);
  await setImmediate();
  expect([bench.asked, microphone.track.enabled]).toEqual([['send live'], false]);
  bench.clock.advance(1);
  await setImmediate();
  expect(bench.asked).toEqual(['send live', 'pause']);
  await bench.answer();
  await muting;
});

test('unmuting within that silence waits for nothing, and the others see no muting', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await setImmediate();
  bench.clock.advance(50);
  await Promise.all([muting, bench.sender.change({ state: 'live' })]);
  expect([bench.shows, microphone.track.enabled]).toEqual(['live', true]);
  bench.clock.advance(1_000);
  await setImmediate();
  expect([bench.asked, bench.clock.pendingTimers]).toEqual([['send live'], 0]);
});

test('a silence that no sound broke counts on when muting again', async () => {
  const { bench } = await liveBench();
  const changes = [bench.sender.change({ state: 'muted' })];
  await setImmediate();
  bench.clock.advance(60);
  changes.push(bench.sender.change({ state: 'live' }), bench.sender.change({ state: 'muted' }));
  await setImmediate();
  expect(bench.asked).toEqual(['send live']);
  bench.clock.advance(40);
  await bench.answer();
  await Promise.all(changes);
  expect([bench.asked, bench.shows]).toEqual([['send live', 'pause'], 'muted']);
});

test('the end does not wait for the silence', async () => {
  const { bench } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await setImmediate();
  bench.sender.close();
  await muting;
  expect([bench.asked, bench.clock.pendingTimers]).toEqual([['send live'], 0]);
});

test('switching off does not wait for the silence', async () => {
  const { bench } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await setImmediate();
  const stopping = bench.sender.change({ state: 'off' });
  await muting;
  await setImmediate();
  expect(bench.asked).toEqual(['send live', 'stop', 'close']);
  await bench.answer();
  await stopping;
});
