import type { Bytes } from '../bytes.ts';
import { estimateStretchMs, stretchPassword } from './stretch.ts';

/** A worker as both browsers and Node's `worker_threads`, wrapped, can be. */
export interface StretchWorker {
  post(question: StretchQuestion): void;
  /** One listener is enough. */
  listen(onAnswer: (answer: StretchAnswer) => void, onError: (error: unknown) => void): void;
  terminate(): void;
}

export interface StretchQuestion {
  readonly password: Bytes;
  readonly salt: Bytes;
}

export type StretchAnswer =
  | { readonly at: 'begun'; readonly expectedMs: number }
  | { readonly at: 'done'; readonly stretched: Bytes }
  | { readonly at: 'failed'; readonly why: string };

/** What a worker does with its one question. */
export async function answerStretch(
  { password, salt }: StretchQuestion,
  answer: (answer: StretchAnswer) => void,
): Promise<void> {
  try {
    answer({ at: 'begun', expectedMs: await estimateStretchMs() });
    answer({ at: 'done', stretched: await stretchPassword(password, salt) });
  } catch (error) {
    answer({ at: 'failed', why: String(error) });
  } finally {
    password.fill(0);
  }
}

/**
 * Asks a worker, and ends it afterwards, which alone gives back its memory; or at once, when `signal` says so.
 * @param onExpected told once, with the milliseconds that it will take: Argon2 itself says nothing on its way
 * @throws the signal's reason, or Error where the worker failed
 */
export async function stretchInWorker(
  worker: StretchWorker,
  question: StretchQuestion,
  { signal, onExpected }: { signal?: AbortSignal; onExpected?: (ms: number) => void } = {},
): Promise<Bytes> {
  const { promise, resolve, reject } = Promise.withResolvers<Bytes>();
  const stop = () => reject(signal?.reason);
  try {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop, { once: true });
    worker.listen((answer) => {
      if (answer.at === 'begun') onExpected?.(answer.expectedMs);
      else if (answer.at === 'done') resolve(answer.stretched);
      else reject(new Error(answer.why));
    }, reject);
    worker.post(question);
    return await promise;
  } finally {
    signal?.removeEventListener('abort', stop);
    worker.terminate();
  }
}
