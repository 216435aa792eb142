import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { types as mediasoup } from 'mediasoup-client';
import { DataChannels } from './data-channels.ts';

/** A channel up that still says it is open and refuses what it is given, as one does whose peer just went away. */
class ClosingChannel extends EventEmitter {
  readonly readyState = 'open';
  readonly bufferedAmount = 0;
  readonly observer = new EventEmitter();
  refused = 0;

  send(): void {
    this.refused += 1;
    throw new DOMException("RTCDataChannel.readyState is not 'open'", 'InvalidStateError');
  }
}

test('a packet given to a channel that closes just then is lost, and nothing else happens', async () => {
  const channel = new ClosingChannel();
  const channels = new DataChannels({
    send: (work) => work({ produceData: async () => channel } as unknown as mediasoup.Transport),
    recv: () => Promise.reject(new Error('nothing comes down')),
    request: () => Promise.reject(new Error('nobody answers')),
    onPacket: () => {},
    onOpen: () => {},
    onClose: () => {},
  });
  await channels.open();

  expect(() => channels.write(new Uint8Array([1, 2, 3]))).not.toThrow();
  expect(channel.refused).toBe(1);
});
