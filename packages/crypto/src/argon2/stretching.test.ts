import { expect, test } from '@jest/globals';
import { textBytes } from '../bytes.ts';
import { counting, hex } from '../testing/hex.ts';
import { answerStretch, type StretchAnswer, type StretchWorker, stretchInWorker } from './stretching.ts';

/** A worker on this very thread. */
class NearWorker implements StretchWorker {
  terminated = 0;
  posted = false;
  #onAnswer: (answer: StretchAnswer) => void = () => {};

  readonly #answers: boolean;

  constructor(answers = true) {
    this.#answers = answers;
  }

  post(question: Parameters<StretchWorker['post']>[0]): void {
    this.posted = true;
    if (this.#answers) void answerStretch(question, this.#onAnswer);
  }

  listen(onAnswer: (answer: StretchAnswer) => void): void {
    this.#onAnswer = onAnswer;
  }

  terminate(): void {
    this.terminated += 1;
  }
}

const question = () => ({ password: textBytes('correct horse'), salt: counting(0, 32) });

test('stretches a password in a worker, says how long it takes, and ends the worker', async () => {
  const worker = new NearWorker();
  const expected: number[] = [];
  const stretched = await stretchInWorker(worker, question(), { onExpected: (ms) => expected.push(ms) });
  // OpenSSL (`crypto.argon2Sync`) says the same.
  expect(hex(stretched)).toBe('5ae5814e91d65faf404b210f2e803dfb6dc636ba6bd666d9d2012acee1bc54b9');
  expect(expected).toHaveLength(1);
  expect(expected[0]).toBeGreaterThan(0);
  expect(worker.terminated).toBe(1);
});

test('is given up at once, and the worker with it', async () => {
  const worker = new NearWorker(false);
  const stop = new AbortController();
  const stretching = stretchInWorker(worker, question(), { signal: stop.signal });
  stop.abort(new Error('closed the dialog'));
  await expect(stretching).rejects.toThrow('closed the dialog');
  expect(worker.terminated).toBe(1);
  const late = new NearWorker(false);
  await expect(stretchInWorker(late, question(), { signal: stop.signal })).rejects.toThrow(
    'closed the dialog',
  );
  expect([late.posted, late.terminated]).toEqual([false, 1]);
});
