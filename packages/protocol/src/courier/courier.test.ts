import { ManualClock } from '@earshot/lifetime';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limits } from '../limits.ts';
import { checkProperty } from '../testing/check-property.ts';
import { Courier } from './courier.ts';
import { readPacket } from './packet.ts';
import type { PathName } from './path-choice.ts';

type Side = 'client' | 'server';
const sides: readonly Side[] = ['client', 'server'];
const names: readonly PathName[] = ['data_channel', 'web_socket'];
const other = (side: Side): Side => (side === 'client' ? 'server' : 'client');

interface Flying {
  readonly to: Side;
  readonly path: PathName;
  readonly bytes: Uint8Array;
}

/** Two couriers and the two paths between them, which do whatever the test says. */
class Line {
  readonly clock = new ManualClock();
  readonly received: Record<Side, string[]> = { client: [], server: [] };
  readonly sent: Record<Side, string[]> = { client: [], server: [] };
  readonly flying: Flying[] = [];
  readonly log: string[] = [];
  /** Whether what is sent into a path in this direction is swallowed, without anybody being told. */
  readonly dead = new Set<string>();
  readonly couriers: Record<Side, Courier>;

  constructor() {
    const courier = (side: Side) =>
      new Courier({
        clock: this.clock,
        transmit: (path, bytes) => {
          if (this.dead.has(`${side} ${path}`)) return;
          this.flying.push({ to: other(side), path, bytes });
          this.log.push(`${side} ${path} ${readPacket(bytes).kind}`);
        },
        deliver: (body) => this.received[side].push(new TextDecoder().decode(body)),
        deliverLoose: () => {},
        ...(side === 'client' ? { pace: { posts: 100, bytes: 1_000_000, sends: 1_000 } } : {}),
      });
    this.couriers = { client: courier('client'), server: courier('server') };
  }

  both(path: PathName, to: 'opened' | 'shut'): void {
    for (const side of sides) this.couriers[side][to](path);
  }

  post(side: Side, bytes = 0): void {
    const text = `${side} ${this.sent[side].length} ${'x'.repeat(bytes)}`;
    this.couriers[side].post(new TextEncoder().encode(text));
    this.sent[side].push(text);
  }

  /** Brings what flies over, in its order, until nothing does. */
  settle(forMs = 0): void {
    for (const endMs = this.clock.nowMs() + forMs; ; ) {
      for (let next = this.flying.shift(); next; next = this.flying.shift()) this.arrive(next);
      if (this.clock.nowMs() >= endMs) return;
      this.clock.advance(50);
    }
  }

  arrive({ to, path, bytes }: Flying): void {
    this.couriers[to].receive(path, bytes);
  }

  expectAllOnce(): void {
    expect(this.received.server).toEqual(this.sent.client);
    expect(this.received.client).toEqual(this.sent.server);
  }
}

test('begins over the WebSocket, and takes the channel once an echo came back', () => {
  const line = new Line();
  line.both('web_socket', 'opened');
  line.post('client');
  expect(line.couriers.client.path).toBe('web_socket');
  line.couriers.client.opened('data_channel');
  expect(line.couriers.client.path).toBe('web_socket');
  line.settle();
  expect([line.couriers.client.path, line.couriers.server.path]).toEqual(['data_channel', 'web_socket']);
  line.log.length = 0;
  line.post('client');
  line.settle();
  expect(line.log).toEqual(['client data_channel post']);
  line.expectAllOnce();
});

test('a channel that closes in mid-stream: everything arrives once and in order over the WebSocket', () => {
  const line = new Line();
  for (const path of names) line.both(path, 'opened');
  line.settle();
  for (let i = 0; i < 20; i++) line.post('client');
  for (const lost of line.flying.splice(7)) expect(lost.path).toBe('data_channel');
  line.both('data_channel', 'shut');
  for (let i = 0; i < 20; i++) line.post('client');
  line.settle(1_000);
  line.expectAllOnce();
  expect(line.couriers.client.queuedBytes()).toBe(0);
});

test.each(sides)('a channel on which the %s speaks into the void is left within the stall time', (side) => {
  const line = new Line();
  for (const path of names) line.both(path, 'opened');
  line.settle();
  line.dead.add(`${side} data_channel`);
  for (const each of sides) line.post(each);
  line.settle(limits.dataStallMs + 500);
  line.expectAllOnce();
  expect(line.couriers[side].path).toBe('web_socket');
  line.settle(3 * limits.dataStallMs);
  expect(line.couriers[side].queuedBytes()).toBe(0);
  expect(line.couriers[other(side)].queuedBytes()).toBe(0);
  line.dead.clear();
  line.settle(2_000);
  expect(line.couriers[side].path).toBe('data_channel');
  for (const each of sides) line.post(each);
  line.settle(500);
  line.expectAllOnce();
});

test('keeps what is under way within its window, and what waits within its bounds', () => {
  const line = new Line();
  line.both('web_socket', 'opened');
  const big = new Uint8Array(limits.dataBytes);
  const post = () => line.couriers.server.post(big);
  const fit = Math.floor(limits.dataQueueBytes / big.length);
  for (let i = 0; i < fit; i++) post();
  expect(post).toThrow(expect.objectContaining({ error: 'queue_full' }));
  const underWay = line.flying.reduce((sum, { bytes }) => sum + bytes.length, 0);
  expect(underWay).toBeLessThanOrEqual(limits.dataWindowBytes + 9 * limits.dataWindowPosts);
  line.settle(2_000);
  expect(line.received.client).toHaveLength(fit);
});

test('nothing stays behind after the end', () => {
  const line = new Line();
  for (const path of names) line.both(path, 'opened');
  line.post('client');
  for (const side of sides) line.couriers[side].close();
  expect(line.clock.pendingTimers).toBe(0);
  expect(() => line.post('client')).toThrow(expect.objectContaining({ error: 'connection_lost' }));
});

/** What may happen, in any order. The channel loses, doubles and mixes; a WebSocket does none of that. */
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('post' as const), side: fc.constantFrom(...sides) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('arrive' as const, 'lose' as const, 'double' as const),
      at: fc.nat(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), forMs: fc.nat(3_000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('open' as const, 'shut' as const, 'kill' as const, 'revive' as const),
      side: fc.constantFrom(...sides),
    }),
  },
);

test('whatever the channel does, each post arrives exactly once and in order', () =>
  checkProperty(
    fc.property(fc.array(happening, { maxLength: 120 }), (happenings) => {
      const line = new Line();
      line.both('web_socket', 'opened');
      line.both('data_channel', 'opened');
      for (const happens of happenings) {
        switch (happens.do) {
          case 'post':
            line.post(happens.side);
            break;
          case 'wait':
            line.clock.advance(happens.forMs);
            break;
          case 'open':
          case 'shut':
            line.couriers[happens.side][happens.do === 'open' ? 'opened' : 'shut']('data_channel');
            break;
          case 'kill':
            line.dead.add(`${happens.side} data_channel`);
            break;
          case 'revive':
            line.dead.delete(`${happens.side} data_channel`);
            break;
          default:
            disturb(line, happens.do, happens.at);
        }
        for (const side of sides) {
          expect(line.sent[other(side)].slice(0, line.received[side].length)).toEqual(line.received[side]);
        }
      }
      line.settle(20_000);
      line.expectAllOnce();
      for (const side of sides) {
        expect(line.couriers[side].queuedBytes()).toBe(0);
        line.couriers[side].close();
      }
      expect(line.clock.pendingTimers).toBe(0);
    }),
    300,
  ));

/** A WebSocket's packets arrive in their order and all of them; a channel's as they please. */
function disturb(line: Line, how: 'arrive' | 'lose' | 'double', at: number): void {
  const any = line.flying[at % Math.max(1, line.flying.length)];
  if (!any) return;
  const first = line.flying.findIndex(({ to, path }) => to === any.to && path === 'web_socket');
  const index = any.path === 'web_socket' ? first : line.flying.indexOf(any);
  const chosen = line.flying[index] as Flying;
  if (chosen.path === 'web_socket' && how !== 'arrive') return;
  if (how !== 'double') line.flying.splice(index, 1);
  if (how !== 'lose') line.arrive(chosen);
}
