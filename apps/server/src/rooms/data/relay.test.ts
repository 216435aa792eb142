import { ManualClock } from '@earshot/lifetime';
import { limits, topics } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { Chat } from '../chat/chat.ts';
import { Postbox } from './postbox.ts';
import { Relay } from './relay.ts';

test('a shower of reactions and of news that somebody writes reaches others as a few', () => {
  const clock = new ManualClock();
  let reached = 0;
  const person = (seat: number) => ({
    seat,
    author: { id: `${seat}`, name: '', key: '' },
    postbox: new Postbox({ clock, transmit: () => (reached += seat), take: () => {}, onBad: () => {} }),
  });
  const [ann, bob] = [person(0), person(1)];
  const relay = new Relay({ members: () => [ann, bob], chat: {} as Chat });
  for (let i = 0; i < 100; i++) {
    relay.take(ann, [topics.reaction, null, new Uint8Array(4)], 'loose');
    relay.take(ann, [topics.typing, null, new Uint8Array()], 'loose');
  }
  expect(reached).toBe(limits.signBurst);
});
