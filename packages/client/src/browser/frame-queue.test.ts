import { expect, test } from '@jest/globals';
import { FrameQueue } from './frame-queue.ts';

test('gives frames on in their order, and drops the oldest when too many wait', async () => {
  let overrun = 0;
  const queue = new FrameQueue<number>({
    onOverrun: () => {
      overrun += 1;
    },
  });
  for (let frame = 0; frame < 40; frame += 1) queue.push(frame);
  queue.end();
  const passed: number[] = [];
  for await (const frame of queue) passed.push(frame);
  expect(passed).toEqual(Array.from({ length: 32 }, (_, index) => index + 8));
  expect(overrun).toBe(8);
});

test('waits for what comes later', async () => {
  const queue = new FrameQueue<string>({ onOverrun: () => {} });
  const passed: string[] = [];
  const passing = (async () => {
    for await (const frame of queue) passed.push(frame);
  })();
  await new Promise((resolve) => setImmediate(resolve));
  queue.push('late');
  await new Promise((resolve) => setImmediate(resolve));
  expect(passed).toEqual(['late']);
  queue.end();
  await passing;
});
