import { ManualClock } from '@earshot/lifetime';
import { Courier, limits, memberRates, topics, writeContent } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { Chat } from '../chat/chat.ts';
import { Postbox, type Take } from './postbox.ts';
import { Relay } from './relay.ts';

/** Nobody is shadow muted. */
const roles = { hides: () => false, isShadowMuted: () => false };

test('a shower of reactions and of news that somebody writes reaches others as a few', () => {
  const clock = new ManualClock();
  let reached = 0;
  const person = (seat: number) => ({
    seat,
    author: { id: `${seat}`, name: '', key: '' },
    party: { prefix: '', key: '' },
    postbox: new Postbox({ clock, transmit: () => (reached += seat), take: () => {}, onBad: () => {} }),
  });
  const [ann, bob] = [person(0), person(1)];
  const relay = new Relay({ members: () => [ann, bob], chat: {} as Chat, encrypted: () => false, roles });
  for (let i = 0; i < 100; i++) {
    relay.take(ann, [topics.reaction, null, new Uint8Array(4)], 'loose');
    relay.take(ann, [topics.typing, null, new Uint8Array()], 'loose');
  }
  expect(reached).toBe(limits.signBurst);
});

/** One member who sends to a full room, over a courier that keeps to the pace of members, or to none. */
function fullRoom({ paced = true } = {}) {
  const clock = new ManualClock();
  const counts = { sent: 0, refused: 0, relayed: 0 };
  const person = (seat: number, transmit: () => void, take: Take = () => {}) => ({
    seat,
    author: { id: `${seat}`, name: '', key: '' },
    party: { prefix: '', key: '' },
    postbox: new Postbox({ clock, transmit, take, onBad: () => {} }),
  });
  const others = Array.from({ length: limits.roomMembers - 1 }, (_, seat) =>
    person(seat, () => {
      counts.relayed += 1;
    }),
  );
  const ann = person(
    others.length,
    () => {},
    (post, how) => relay.take(ann, post, how),
  );
  const relay = new Relay({
    members: () => [...others, ann],
    chat: {} as Chat,
    encrypted: () => false,
    roles,
  });
  const courier = new Courier({
    clock,
    transmit: (path, packet) => {
      counts.sent += 1;
      try {
        ann.postbox.receive(path, packet);
      } catch {
        counts.refused += 1;
      }
    },
    deliver: () => {},
    deliverLoose: () => {},
    ...(paced ? { pace: memberRates } : {}),
  });
  courier.opened('web_socket');
  /** Sends loose posts to everybody, as fast as that. */
  const shower = (perSecond: number, seconds: number) => {
    for (let count = 0; count < perSecond * seconds; count++) {
      courier.loose(writeContent(['game', null, new Uint8Array(20)]), { sends: others.length });
      clock.advance(1_000 / perSecond);
    }
  };
  return { counts, shower, others: others.length };
}

test('loose posts to many are bounded by the number of their receivers', () => {
  const { counts, shower, others } = fullRoom({ paced: false });
  shower(400, 10);
  expect(counts.relayed).toBeLessThanOrEqual(limits.dataSendBurst + others + 10 * limits.dataSendsPerSecond);
  expect(counts.relayed).toBeGreaterThan(10 * limits.dataSendsPerSecond);
});

test('whoever keeps to the pace of members has nothing dropped', () => {
  const { counts, shower, others } = fullRoom();
  shower(400, 20);
  expect(counts.refused).toBe(0);
  expect(counts.relayed).toBe(counts.sent * others);
  expect(counts.relayed).toBeGreaterThan(0.85 * 20 * limits.dataSendsPerSecond);
});
