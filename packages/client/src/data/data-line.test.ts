import { ManualClock } from '@earshot/lifetime';
import { limits, topics } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { DataLine } from './data-line.ts';

/** A line whose data channel works, and what went up over it. */
function lineAmong(others: number) {
  const sent: Uint8Array[] = [];
  const line = new DataLine({
    clock: new ManualClock(),
    sendPackets: async () => {},
    others: () => others,
  });
  line.channelOpened((packet) => {
    // The answer to a probe.
    if (packet[0] === 3) line.receive('data_channel', Uint8Array.of(4, ...packet.subarray(1)));
    else sent.push(packet);
  });
  return { line, sent };
}

test('what goes to many is held back sooner than what goes to one, or is held to other rates', () => {
  const shower = (topic: string, to: number[] | null) => {
    const { line, sent } = lineAmong(99);
    for (let count = 0; count < 200; count++) line.loose(topic, new Uint8Array(10), to);
    return sent.length;
  };
  expect(shower('game', null)).toBe(Math.floor(limits.dataSendBurst / 2 / 99));
  expect(shower('game', [1])).toBe(200);
  expect(shower(topics.reaction, null)).toBe(200);
});
