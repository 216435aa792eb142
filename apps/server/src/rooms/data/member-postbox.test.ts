import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { MediaEndpoint } from '../../media/media-plane.ts';
import { openPostbox } from './member-postbox.ts';

/** Somebody without data channels, whose socket takes nothing. */
function stuck() {
  const audience = {
    waitingBytes: 0,
    told: 0,
    tell() {
      audience.told += 1;
      audience.waitingBytes += 16_000;
    },
    end() {},
  };
  const endpoint = { sendPacket() {} } as Partial<MediaEndpoint> as MediaEndpoint;
  return { audience, postbox: openPostbox({ clock: new ManualClock(), endpoint, audience, take: () => {} }) };
}

test('loose packets do not fill the line of somebody who is slow, and posts still go out', () => {
  const { audience, postbox } = stuck();
  for (let i = 0; i < 300; i++) postbox.loose(new Uint8Array(15_000));
  expect(audience.told).toBe(5);
  expect(audience.waitingBytes).toBeLessThan(limits.outboundQueueBytes / 4);
  postbox.tell(new Uint8Array(100));
  expect(audience.told).toBe(6);
  audience.waitingBytes = 0;
  postbox.loose(new Uint8Array(15_000));
  expect(audience.told).toBe(7);
});
