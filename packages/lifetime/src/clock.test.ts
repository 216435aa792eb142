import { expect, test } from '@jest/globals';
import { DeadlineError, withDeadline } from './deadline.ts';
import { Emitter } from './emitter.ts';
import { ManualClock } from './manual-clock.ts';

test('fires timers in the order of their time and stops what was cancelled', () => {
  const clock = new ManualClock();
  const seen: string[] = [];
  clock.after(20, () => seen.push('b'));
  const cancel = clock.every(10, () => seen.push('a'));
  clock.advance(25);
  cancel();
  clock.advance(100);
  expect(seen).toEqual(['a', 'b', 'a']);
  expect(clock.pendingTimers).toBe(0);
});

test('ends a wait at its deadline and leaves no timer behind', async () => {
  const clock = new ManualClock();
  const late = withDeadline(new Promise(() => {}), { what: 'the answer', limitMs: 50, clock });
  clock.advance(50);
  await expect(late).rejects.toThrow(DeadlineError);
  await expect(withDeadline(Promise.resolve(7), { what: 'x', limitMs: 50, clock })).resolves.toBe(7);
  await Promise.resolve();
  expect(clock.pendingTimers).toBe(0);
});

test('calls every listener though one throws, and takes back the undone', () => {
  const emitter = new Emitter<{ said: [text: string] }>();
  const heard: string[] = [];
  emitter.on('said', () => {
    throw new Error('deaf');
  });
  const undo = emitter.on('said', (text) => heard.push(text));
  expect(() => emitter.emit('said', 'hello')).toThrow('deaf');
  undo();
  expect(() => emitter.emit('said', 'again')).toThrow('deaf');
  expect(heard).toEqual(['hello']);
  expect(emitter.listenerCount).toBe(1);
});
