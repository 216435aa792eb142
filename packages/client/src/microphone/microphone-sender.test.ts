import { expect, test } from '@jest/globals';
import { liveBench, openMicrophone, SenderBench } from './testing/sender-bench.ts';

test('the track is enabled only once the server forwards it', async () => {
  const bench = new SenderBench();
  const microphone = openMicrophone();
  const going = bench.sender.change({ state: 'live', microphone });
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  await bench.answer();
  await going;
  expect([bench.shows, microphone.track.enabled]).toEqual(['live', true]);
});

test('muting silences and shows at once, before the server knows', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  await bench.answer();
  await muting;
  expect(bench.asked).toEqual(['send live', 'pause']);
});

test('unmuting that is overtaken by muting never opens the microphone', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await muting;
  const unmuting = bench.sender.change({ state: 'live' });
  const mutingAgain = bench.sender.change({ state: 'muted' });
  expect(microphone.track.enabled).toBe(false);
  await Promise.all([unmuting, mutingAgain]);
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  expect(bench.asked).toEqual(['send live', 'pause']);
});

test('muting while the server is being told to resume wins, and tells it again', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await muting;
  const unmuting = bench.sender.change({ state: 'live' });
  await Promise.resolve();
  await Promise.resolve();
  expect(bench.asked.at(-1)).toBe('resume');
  const mutingAgain = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await unmuting;
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  await bench.answer();
  await mutingAgain;
  expect(bench.asked).toEqual(['send live', 'pause', 'resume', 'pause']);
});

test('another microphone takes over without a pause, and the first is given back', async () => {
  const { bench, microphone } = await liveBench();
  const other = openMicrophone();
  const switching = bench.sender.change({ state: 'live', microphone: other });
  expect(other.track.enabled).toBe(false);
  await switching;
  expect(bench.sentTrack).toBe(other.track);
  expect([microphone.track.enabled, other.track.enabled]).toEqual([true, true]);
  expect(bench.asked).toEqual(['send live', 'replace']);
  expect(bench.shown).toEqual(['muted', 'live', 'live']);
});

test('off stops sending and gives the microphone back; live sends it anew', async () => {
  const { bench, microphone } = await liveBench();
  const stopping = bench.sender.change({ state: 'off' });
  expect([bench.shows, microphone.track.enabled]).toEqual(['off', false]);
  await bench.answer();
  await stopping;
  expect(microphone.track.enabled).toBe(true);
  const again = bench.sender.change({ state: 'live' });
  await bench.answer();
  await again;
  expect(bench.asked).toEqual(['send live', 'stop', 'close', 'send live']);
});

test('an unplugged microphone is muted, and the next must be given', async () => {
  const { bench, microphone } = await liveBench();
  microphone.close();
  expect(bench.shows).toBe('muted');
  await bench.answer();
  await expect(bench.sender.change({ state: 'live' })).rejects.toMatchObject({ error: 'wrong_state' });
  const next = bench.sender.change({ state: 'live', microphone: openMicrophone() });
  await bench.answer();
  await next;
  expect(bench.shows).toBe('live');
});

test('there is nothing to unmute before a microphone was given', async () => {
  const { sender } = new SenderBench();
  await expect(sender.change({ state: 'live' })).rejects.toMatchObject({ error: 'wrong_state' });
  await expect(sender.change({ state: 'off' })).resolves.toBeUndefined();
});

test('an answer that comes after the end opens nothing and shows nothing', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await muting;
  const unmuting = bench.sender.change({ state: 'live' });
  bench.sender.close();
  expect(microphone.track.enabled).toBe(true);
  await unmuting;
  expect(bench.shows).toBe('muted');
  await expect(bench.sender.change({ state: 'muted' })).rejects.toMatchObject({ error: 'wrong_state' });
});
