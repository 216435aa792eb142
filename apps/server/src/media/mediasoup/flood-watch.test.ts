import { EventEmitter } from 'node:events';
import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { FloodWatch } from './flood-watch.ts';
import type { OwnedProducer } from './owned-producer.ts';

function watching() {
  const clock = new ManualClock();
  /** The producer is the seam: what a worker counts is counted by hand. */
  const stream = (owner: string, source = 'screen') => {
    const sent = { packets: 0 };
    const observer = new EventEmitter();
    const getStats = async () => [{ packetCount: sent.packets, timestamp: clock.nowMs() }];
    const producer = { observer, getStats };
    return { sent, observer, stream: { owner, source, producer } as unknown as OwnedProducer };
  };
  const floods: string[] = [];
  const watch = new FloodWatch({ clock, onFlood: (owner) => floods.push(owner) });
  const pass = async (ms: number) => {
    clock.advance(ms);
    await new Promise(setImmediate);
  };
  return { clock, floods, watch, pass, stream };
}

test('many screens at the bound they are told are no flood', async () => {
  const { floods, watch, pass, stream } = watching();
  const screens = [1, 2, 3, 4].map(() => stream('ann'));
  for (const each of screens) watch.watch(each.stream);
  const packetsPerSecond = limits.sendBitsPerSecond / 8 / 1_000;
  for (let second = 0; second < 20; second++) {
    for (const { sent } of screens) sent.packets += packetsPerSecond / screens.length;
    await pass(1_000);
  }
  expect(floods).toEqual([]);
});

test('what one member sends over all streams together is a flood, and nobody else is blamed', async () => {
  const { floods, watch, pass, stream } = watching();
  const [one, two, calm] = [stream('ann'), stream('ann'), stream('bob')];
  for (const each of [one, two, calm]) watch.watch(each.stream);
  for (let second = 0; second < 4; second++) {
    for (const { sent } of [one, two]) sent.packets += limits.sharedPacketsPerSecond * 0.6;
    await pass(1_000);
  }
  expect(floods).toEqual(['ann']);
});

test('a voice has less than a screen', async () => {
  const { floods, watch, pass, stream } = watching();
  const [voice, screen] = [stream('ann', 'microphone'), stream('bob', 'screen')];
  for (const each of [voice, screen]) watch.watch(each.stream);
  for (let second = 0; second < 4; second++) {
    for (const { sent } of [voice, screen]) sent.packets += limits.packetsPerSecond * 1.1;
    await pass(1_000);
  }
  expect(floods).toEqual(['ann']);
});

test('a voice at the fastest pace of Opus is no flood, though the server counts late and twice', async () => {
  const { clock, floods, watch, pass, stream } = watching();
  const voice = stream('ann', 'microphone');
  watch.watch(voice.stream);
  for (let round = 0; round < 5; round++) {
    voice.sent.packets += 400 * 10;
    clock.advance(10_000);
    voice.sent.packets += 400;
    await pass(1_000);
  }
  expect(floods).toEqual([]);
});

test('asks nobody once all streams have ended', () => {
  const { clock, watch, stream } = watching();
  const each = stream('ann');
  watch.watch(each.stream);
  expect(clock.pendingTimers).toBe(1);
  each.observer.emit('close');
  expect(clock.pendingTimers).toBe(0);
});
