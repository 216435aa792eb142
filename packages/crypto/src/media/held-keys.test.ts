import { expect, test } from '@jest/globals';
import type { KeyName } from '../members/key-name.ts';
import { type HeldKeys, type HeldKeysEvent, heldKeysDueMs, noHeldKeys, stepHeldKeys } from './held-keys.ts';

const key = (name: string): KeyName => {
  const [generation = 0, step = 0] = name.split('.').map(Number);
  return { generation, step };
};
const opened = (name: string, nowMs = 0): HeldKeysEvent => ({ on: 'opened', key: key(name), nowMs });
const announced = (name: string, nowMs = 0): HeldKeysEvent => ({ on: 'announced', key: key(name), nowMs });
const frame = (name: string, nowMs: number): HeldKeysEvent => ({ on: 'frame', key: key(name), nowMs });
const time = (nowMs: number): HeldKeysEvent => ({ on: 'time', nowMs });

function play(...events: readonly HeldKeysEvent[]): { state: HeldKeys; done: string[]; held: string } {
  let state = noHeldKeys;
  const done: string[] = [];
  for (const event of events) {
    const next = stepHeldKeys(state, event);
    state = next.state;
    for (const effect of next.effects) done.push(`${effect.do} ${effect.key.generation}.${effect.key.step}`);
  }
  const held = state.held.map(({ key }) => `${key.generation}.${key.step}`).join(' ');
  return { state, done, held };
}

test('takes a key and says so; once more where its sender asks again', () => {
  expect(play(opened('3.2'), opened('3.2')).done).toEqual([
    'install 3.2',
    'acknowledge 3.2',
    'acknowledge 3.2',
  ]);
});

test('ratchets when told to, never on its own, and over steps it missed', () => {
  const { state, done } = play(opened('0.1'), announced('0.3'));
  expect(done.slice(2)).toEqual(['ratchet 0.3', 'acknowledge 0.3']);
  expect(stepHeldKeys(state, announced('0.7')).effects[0]).toMatchObject({ times: 4, from: key('0.3') });
});

test('keeps the key before for two seconds after the first frame of the next', () => {
  const before = [opened('0.0'), opened('1.0', 100), frame('0.0', 200), frame('1.0', 500)] as const;
  expect(play(...before, time(2_499)).held).toBe('0.0 1.0');
  expect(play(...before, time(2_500)).held).toBe('1.0');
  expect(heldKeysDueMs(play(...before).state)).toBe(2_500);
});

test('forgets the key before also while its sender says nothing', () => {
  expect(play(opened('0.0'), opened('1.0', 100), time(3_099)).held).toBe('0.0 1.0');
  const { held, done, state } = play(opened('0.0'), opened('1.0', 100), time(3_100));
  expect([held, done.at(-1), heldKeysDueMs(state)]).toEqual(['1.0', 'drop 0.0', undefined]);
});

test('goes around after the last generation, and never back', () => {
  expect(play(opened('1023.4'), opened('0.0')).held).toBe('1023.4 0.0');
  for (const old of [opened('4.9'), opened('3.15'), announced('4.0'), opened('600.0')]) {
    expect(() => play(opened('5.0'), old)).toThrow(expect.objectContaining({ name: 'CryptoError' }));
  }
});

test('steps of a key that was never held are refused', () => {
  expect(() => play(announced('0.1'))).toThrow(expect.objectContaining({ code: 'unknown_key' }));
  expect(() => play(opened('0.1'), announced('1.2'))).toThrow(
    expect.objectContaining({ code: 'unknown_key' }),
  );
});

test('holds four at most, however many are sent', () => {
  const { held, done } = play(...[1, 2, 3, 4, 5, 6].map((generation) => opened(`${generation}.0`)));
  expect(held).toBe('3.0 4.0 5.0 6.0');
  expect(done.filter((what) => what.startsWith('drop'))).toEqual(['drop 1.0', 'drop 2.0']);
});
