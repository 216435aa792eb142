import { EventEmitter } from 'node:events';
import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { FloodWatch } from './flood-watch.ts';
import type { OwnedProducer } from './owned-producer.ts';

/** The producer is the seam: no client here can send thousands of packets a second. */
function stream(owner: string) {
  const sent = { packets: 0 };
  const observer = new EventEmitter();
  const producer = { observer, getStats: async () => [{ packetCount: sent.packets }] };
  return { sent, observer, stream: { owner, source: 'screen', producer } as unknown as OwnedProducer };
}

function watching() {
  const clock = new ManualClock();
  const floods: string[] = [];
  const watch = new FloodWatch({ clock, onFlood: (owner) => floods.push(owner) });
  const pass = async (ms: number) => {
    clock.advance(ms);
    await new Promise(setImmediate);
  };
  return { clock, floods, watch, pass };
}

test('many screens at the bound they are told are no flood', async () => {
  const { floods, watch, pass } = watching();
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
  const { floods, watch, pass } = watching();
  const [one, two, calm] = [stream('ann'), stream('ann'), stream('bob')];
  for (const each of [one, two, calm]) watch.watch(each.stream);
  for (let second = 0; second < 2; second++) {
    for (const { sent } of [one, two]) sent.packets += limits.sharedPacketsPerSecond * 0.6;
    await pass(1_000);
  }
  expect(floods).toEqual(['ann']);
});

test('asks nobody once all streams have ended', () => {
  const { clock, watch } = watching();
  const each = stream('ann');
  watch.watch(each.stream);
  expect(clock.pendingTimers).toBe(1);
  each.observer.emit('close');
  expect(clock.pendingTimers).toBe(0);
});
