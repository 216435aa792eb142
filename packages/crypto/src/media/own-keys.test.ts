import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { privateLimits } from '../limits.ts';
import type { KeyName } from '../members/key-name.ts';
import { checkProperty } from '../testing/check-property.ts';
import { firstOwnKeys, type OwnKeys, type OwnKeysEvent, ownKeysDueMs, stepOwnKeys } from './own-keys.ts';

/** Plays events and lists what is done, in short. */
function play(...events: readonly OwnKeysEvent[]): { state: OwnKeys; done: string[] } {
  let state = firstOwnKeys;
  const done: string[] = [];
  for (const event of events) {
    const next = stepOwnKeys(state, event);
    state = next.state;
    for (const effect of next.effects) {
      const to = 'members' in effect ? ` to ${effect.members.join(' ')}` : '';
      done.push(`${effect.do} ${effect.key.generation}.${effect.key.step}${to}`);
    }
  }
  return { state, done };
}

const joined = (member: string, nowMs: number): OwnKeysEvent => ({ on: 'joined', member, nowMs });
const left = (member: string, nowMs: number): OwnKeysEvent => ({ on: 'left', member, nowMs });
const time = (nowMs: number): OwnKeysEvent => ({ on: 'time', nowMs });
const has = (member: string, name: string, nowMs = 0): OwnKeysEvent => {
  const [generation = 0, step = 0] = name.split('.').map(Number);
  return { on: 'acknowledged', member, key: { generation, step }, nowMs };
};

test('who comes gets the next step, which is used once all have it', () => {
  const { done } = play(joined('a', 0), has('a', '0.1'), joined('b', 50), has('b', '0.2'), has('a', '0.2'));
  expect(done).toEqual([
    'ratchet 0.1',
    'seal 0.1 to a',
    'use 0.1',
    'ratchet 0.2',
    'announce 0.2 to a',
    'seal 0.2 to b',
    'use 0.2',
  ]);
});

test('whoever does not answer holds it up for a second', () => {
  const { state, done } = play(joined('a', 0), time(999), time(1_000));
  expect(done.at(-1)).toBe('use 0.1');
  expect(ownKeysDueMs(state)).toBeUndefined();
});

test('those who leave within a quarter of a second are left out together', () => {
  const { done } = play(
    joined('a', 0),
    joined('b', 0),
    joined('c', 0),
    time(1_000),
    left('a', 2_000),
    left('b', 2_200),
    time(2_249),
    time(2_250),
    has('c', '1.0'),
  );
  expect(done.slice(-3)).toEqual(['renew 1.0', 'seal 1.0 to c', 'use 1.0']);
});

test('who leaves while the next key goes around gets no other to hear with', () => {
  const { done } = play(
    joined('a', 0),
    joined('b', 0),
    joined('c', 0),
    time(1_000),
    left('a', 2_000),
    time(2_250),
    left('b', 2_400),
    time(2_650),
    time(3_249),
    time(3_250),
  );
  expect(done.slice(-5)).toEqual(['renew 1.0', 'seal 1.0 to b c', 'renew 2.0', 'seal 2.0 to c', 'use 2.0']);
});

test('after the last step of a generation comes the next one', () => {
  const events: OwnKeysEvent[] = [];
  for (let at = 0; at < 16; at += 1) events.push(joined(`m${at}`, at * 2_000), time(at * 2_000 + 1_000));
  const { state, done } = play(...events);
  expect(done.filter((what) => what.startsWith('ratchet'))).toHaveLength(15);
  expect(state.current).toEqual({ generation: 1, step: 0 });
});

/** What happens, in an order and at times that nobody chose. */
const happening = fc.record({
  what: fc.constantFrom('joined', 'left', 'acknowledged'),
  who: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  afterMs: fc.nat(900),
});

test('whoever left knows no key in use 1.25 s later, and whoever came none from before', async () => {
  await checkProperty(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      let state = firstOwnKeys;
      let nowMs = 0;
      let visits = 0;
      const name = ({ generation, step }: KeyName) => `${generation}.${step}`;
      const inside = new Map<string, string>();
      const knows = new Map<string, Set<string>>();
      const joinedWhile = new Map<string, Set<string>>();
      const leftAtMs = new Map<string, number>();
      const used = new Set([name(state.current)]);
      const run = (event: OwnKeysEvent) => {
        const next = stepOwnKeys(state, event);
        state = next.state;
        for (const effect of next.effects) {
          if (effect.do === 'use') used.add(name(effect.key));
          if (effect.do === 'seal' || effect.do === 'announce') {
            for (const one of effect.members) {
              expect(leftAtMs.has(one)).toBe(false);
              // A step tells nothing to who lacks the one before.
              if (effect.do === 'announce') expect(knows.get(one)?.size).toBeGreaterThan(0);
              knows.get(one)?.add(name(effect.key));
            }
          }
        }
        const inUse = name(state.current);
        for (const [visit, atMs] of leftAtMs) {
          if (nowMs - atMs < privateLimits.gatherMs + privateLimits.switchMs) continue;
          expect(knows.get(visit)?.has(inUse)).toBe(false);
        }
        for (const [visit, before] of joinedWhile) {
          expect([...(knows.get(visit) ?? [])].filter((key) => before.has(key))).toEqual([]);
        }
      };
      const advance = (untilMs: number) => {
        for (let due = ownKeysDueMs(state); due !== undefined && due <= untilMs; due = ownKeysDueMs(state)) {
          nowMs = due;
          run({ on: 'time', nowMs });
        }
        nowMs = untilMs;
      };
      for (const { what, who, afterMs } of happenings) {
        advance(nowMs + afterMs);
        const visit = inside.get(who);
        if (what === 'joined' && !visit) {
          visits += 1;
          const fresh = `${who}${visits}`;
          inside.set(who, fresh);
          knows.set(fresh, new Set());
          joinedWhile.set(fresh, new Set(used));
          run({ on: 'joined', member: fresh, nowMs });
        } else if (what === 'left' && visit) {
          inside.delete(who);
          leftAtMs.set(visit, nowMs);
          run({ on: 'left', member: visit, nowMs });
        } else if (visit && state.change.at === 'switching') {
          run({ on: 'acknowledged', member: visit, key: state.change.next, nowMs });
        }
      }
      advance(nowMs + 5_000);
      expect(state.change.at).toBe('none');
      // In the end everybody inside can hear.
      for (const visit of inside.values()) expect(knows.get(visit)?.has(name(state.current))).toBe(true);
    }),
    500,
  );
});
