import { setImmediate } from 'node:timers/promises';
import { RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { liveBench, openMicrophone } from './testing/sender-bench.ts';

const music = { stereo: true, maxBitrateBps: 128_000, dtx: false };

test('a microphone that wants another bitrate takes over in the same stream', async () => {
  const { bench } = await liveBench();
  const other = openMicrophone({ stereo: false, maxBitrateBps: 64_000, dtx: true });
  const switching = bench.sender.change({ state: 'live', microphone: other });
  await bench.answer();
  await switching;
  expect(bench.asked).toEqual(['send live', 'at most 64000 bit/s', 'replace']);
  expect([bench.sentTrack === other.track, other.track.enabled]).toEqual([true, true]);
});

test('one that wants stereo gets a stream of its own, which sounds before the old one ends', async () => {
  const { bench, microphone } = await liveBench();
  const stereo = openMicrophone(music);
  const switching = bench.sender.change({ state: 'live', microphone: stereo });
  await setImmediate();
  expect([microphone.track.enabled, stereo.track.enabled]).toEqual([true, false]);
  await bench.answer();
  await setImmediate();
  expect(bench.asked).toEqual(['send live', 'send live', 'stop', 'close']);
  expect([bench.sentTrack === stereo.track, stereo.track.enabled]).toEqual([true, true]);
  await bench.answer();
  await switching;
  expect(bench.shown).toEqual(['muted', 'live', 'live']);
});

test('muting while the new stream begins silences both', async () => {
  const { bench, microphone } = await liveBench();
  const stereo = openMicrophone(music);
  const switching = bench.sender.change({ state: 'live', microphone: stereo });
  await setImmediate();
  const muting = bench.sender.change({ state: 'muted' });
  expect([bench.shows, microphone.track.enabled, stereo.track.enabled]).toEqual(['muted', false, false]);
  for (let answers = 0; answers < 3; answers += 1) await bench.answer();
  await Promise.all([switching, muting]);
  expect(bench.asked).toEqual(['send live', 'send live', 'stop', 'close', 'pause']);
  expect(stereo.track.enabled).toBe(false);
});

test('a new stream that is refused leaves the old one, muted', async () => {
  const { bench, microphone } = await liveBench();
  const switching = bench.sender.change({ state: 'live', microphone: openMicrophone(music) });
  await bench.answer(new RpcError('too_many_producers'));
  await expect(switching).rejects.toMatchObject({ error: 'too_many_producers' });
  expect([bench.shows, bench.sentTrack === microphone.track, microphone.track.enabled]).toEqual([
    'muted',
    true,
    false,
  ]);
});
