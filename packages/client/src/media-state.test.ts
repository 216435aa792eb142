import { expect, test } from '@jest/globals';
import { mediaState } from './media-state.ts';

test.each([
  ['idle', 'idle', 'idle'],
  ['new', 'idle', 'connecting'],
  ['idle', 'connecting', 'connecting'],
  ['connected', 'idle', 'connected'],
  ['connected', 'connected', 'connected'],
  ['connected', 'connecting', 'connecting'],
  ['disconnected', 'connected', 'connecting'],
  ['failed', 'connecting', 'failed'],
  ['closed', 'closed', 'idle'],
] as const)('%s to send and %s to receive: %s', (send, recv, state) => {
  expect(mediaState([send, recv])).toBe(state);
  expect(mediaState([recv, send])).toBe(state);
});
