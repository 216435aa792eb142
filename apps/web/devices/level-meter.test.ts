import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { follow, levelOnScale, listenTo, loudness } from './level-meter.ts';

test('a full-scale sine is -3 dBov, silence is -127', () => {
  const sine = Float32Array.from({ length: 4800 }, (_, index) =>
    Math.sin((index * 2 * Math.PI * 440) / 48_000),
  );
  expect(loudness(sine)).toBeCloseTo(-3.01, 1);
  expect(loudness(new Float32Array(100))).toBe(-127);
});

test('the scale ends at 0 and 1', () => {
  expect([-127, -60, -35, -10, 0].map(levelOnScale)).toEqual([0, 0, 0.5, 1, 1]);
});

test('rises at once and falls within a third of a second', () => {
  expect(follow(0, 0.8, 16)).toBe(0.8);
  expect(follow(0.8, 0, 35)).toBeCloseTo(0.7);
  expect(follow(1, 0, 400)).toBe(0);
});

/** An AudioContext that waits for a gesture, as browsers have them. */
class WaitingContext {
  #fail = (_error: Error): void => {};

  resume(): Promise<void> {
    return new Promise((_, reject) => {
      this.#fail = reject;
    });
  }

  async close(): Promise<void> {
    this.#fail(new DOMException('the context is closed', 'InvalidStateError'));
  }
}

class Node {
  readonly fftSize = 1_024;
  connect(): void {}
}

const names = ['AudioContext', 'AnalyserNode', 'MediaStream', 'MediaStreamAudioSourceNode', 'window'];
const before = new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  const values = [WaitingContext, Node, Object, Node, new EventTarget()];
  for (const [index, name] of names.entries()) {
    Object.defineProperty(globalThis, name, { value: values[index], configurable: true });
  }
});
afterEach(() => {
  jest.useRealTimers();
  for (const [name, property] of before) {
    if (property) Object.defineProperty(globalThis, name, property);
    else Reflect.deleteProperty(globalThis, name);
  }
});

// An unhandled rejection fails the test.
test('a meter that is put away while its sound still waits for a gesture leaves nothing behind', async () => {
  const stop = listenTo({} as MediaStreamTrack, { everyMs: 100, onLoudness: () => {} });
  stop();
  await new Promise((resolve) => setImmediate(resolve));
  expect(jest.getTimerCount()).toBe(0);
});
