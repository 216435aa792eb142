import { setImmediate } from 'node:timers/promises';
import { RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { liveBench, openMicrophone, SenderBench } from './testing/sender-bench.ts';

test('a switch of microphones that fails ends muted, and neither is heard', async () => {
  const { bench, microphone } = await liveBench();
  const other = openMicrophone();
  bench.brokenReplacing = true;
  const switching = bench.sender.change({ state: 'live', microphone: other });
  await expect(switching).rejects.toMatchObject({ error: 'media_rejected' });
  expect(bench.shows).toBe('muted');
  expect([microphone.track.enabled, other.track.enabled]).toEqual([false, false]);
});

test('an unmuting that fails shows nothing of the next one, which has not been carried out yet', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await muting;
  const refused = bench.sender.change({ state: 'live' });
  await setImmediate();
  const next = bench.sender.change({ state: 'live' });
  await bench.answer(new RpcError('rate_limited'));
  await expect(refused).rejects.toMatchObject({ error: 'rate_limited' });
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  await bench.answer();
  await next;
  expect([bench.shows, microphone.track.enabled]).toEqual(['live', true]);
});

test('a refused unmuting ends muted, and can be tried again', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await muting;
  const refused = bench.sender.change({ state: 'live' });
  await bench.answer(new RpcError('rate_limited'));
  await expect(refused).rejects.toMatchObject({ error: 'rate_limited' });
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  const again = bench.sender.change({ state: 'live' });
  await bench.answer();
  await again;
  expect([bench.shows, microphone.track.enabled]).toEqual(['live', true]);
});

test('after a muting without an answer the server is told again when it comes to unmuting', async () => {
  const { bench } = await liveBench();
  const lost = bench.sender.change({ state: 'muted' });
  await bench.answer(new RpcError('timeout'));
  await expect(lost).rejects.toMatchObject({ error: 'timeout' });
  expect(bench.shows).toBe('muted');
  const unmuting = bench.sender.change({ state: 'live' });
  await bench.answer();
  await unmuting;
  expect(bench.asked).toEqual(['send live', 'pause', 'resume']);
});

test('a microphone that cannot be sent at all is off, and its track is given back', async () => {
  const bench = new SenderBench();
  const microphone = openMicrophone();
  const going = bench.sender.change({ state: 'live', microphone });
  await bench.answer(new RpcError('too_many_producers'));
  await expect(going).rejects.toMatchObject({ error: 'too_many_producers' });
  expect([bench.shows, microphone.track.enabled]).toEqual(['off', true]);
});
