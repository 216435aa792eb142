import { expect, test } from '@jest/globals';
import { Inbox } from './inbox.ts';

test('a post that waits for others does not keep the frame it came in', () => {
  const inbox = new Inbox();
  // A view as the server has it: `slice` of a Buffer copies nothing.
  const frame = Buffer.alloc(65_536, 7);
  expect(inbox.take(2, frame.subarray(0, 5))).toEqual([]);
  frame.fill(0);
  const [, second] = inbox.take(1, new Uint8Array(1));
  expect([...(second ?? [])]).toEqual([7, 7, 7, 7, 7]);
  expect(second?.buffer.byteLength).toBe(5);
});
