import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { FrameVault } from '../private/frame-vault.ts';
import { SenderStreams } from './sender-streams.ts';

test('a camera can be turned off and on for as long as one likes', () => {
  const senders = new SenderStreams(new FrameVault({ tell: () => {} }));
  senders.begin(0, 'camera');
  const first = senders.streamOf(0);
  for (let sender = 1; sender < 5 * limits.producersPerSource; sender += 1) {
    senders.end(sender - 1);
    // Some browsers say so themselves, too.
    senders.end(sender - 1);
    expect(senders.streamOf(sender - 1)).toBeUndefined();
    senders.begin(sender, 'camera');
    expect(senders.streamOf(sender)).toBe(first);
  }
});

test('one that has ended before it began takes no place', () => {
  const senders = new SenderStreams(new FrameVault({ tell: () => {} }));
  for (let sender = 0; sender <= limits.producersPerSource; sender += 1) {
    senders.end(sender);
    senders.begin(sender, 'screen');
    expect(senders.streamOf(sender)).toBeUndefined();
  }
});
