import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { types as mediasoup } from 'mediasoup';
import { LevelMeter } from '../level-meter.ts';
import { LevelTap } from './level-tap.ts';
import type { OwnedProducer } from './owned-producer.ts';

/**
 * The transport is the seam: no client here can send more packets than a microphone does, so what a
 * consumer of the tap would emit is emitted by hand.
 */
function tapped() {
  const clock = new ManualClock();
  const floods: string[] = [];
  const heard = { packets: (_: Uint8Array) => {}, closed: false };
  const consumer = {
    closed: false,
    rtpParameters: { headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 6 }] },
    on: (_: 'rtp', listener: (packet: Uint8Array) => void) => {
      heard.packets = (packet) => void (heard.closed || listener(packet));
    },
    close: () => {
      heard.closed = true;
    },
  };
  const transport = { closed: false, consume: async () => consumer } as unknown as mediasoup.DirectTransport;
  const tap = new LevelTap({
    transport,
    rtpCapabilities: { codecs: [], headerExtensions: [] },
    meter: new LevelMeter({ clock, tell: () => {} }),
    clock,
    onFlood: (owner) => floods.push(owner),
    onLine: () => {},
  });
  const producer = { producer: { id: 'p' }, owner: 'ann', source: 'microphone' } as unknown as OwnedProducer;
  return { clock, floods, heard, listen: () => tap.listen(producer) };
}

test('a microphone at the fastest pace of Opus is no flood', async () => {
  const { clock, floods, heard, listen } = tapped();
  await listen();
  for (let packet = 0; packet < 400 * 60; packet++) {
    heard.packets(new Uint8Array(20));
    clock.advance(2.5);
  }
  expect(floods).toEqual([]);
});

test('a flood is noticed once, and measured no further', async () => {
  const { floods, heard, listen } = tapped();
  await listen();
  for (let packet = 0; packet < limits.packetsPerSecond * 4; packet++) heard.packets(new Uint8Array(20));
  expect(floods).toEqual(['ann']);
  expect(heard.closed).toBe(true);
});
