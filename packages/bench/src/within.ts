/**
 * Settles as `work` does; rejects when it takes longer than `limitMs`, or when `signal` aborts. What
 * `work` comes to after that is dropped.
 */
export function within<T>(
  work: Promise<T>,
  { what, limitMs, signal }: { what: string; limitMs: number; signal?: AbortSignal },
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const late = setTimeout(() => reject(new Error(`${what} took longer than ${limitMs} ms`)), limitMs);
  const stopped = () => reject(signal?.reason);
  if (signal?.aborted) stopped();
  signal?.addEventListener('abort', stopped, { once: true });
  work.then(resolve, reject);
  return promise.finally(() => {
    clearTimeout(late);
    signal?.removeEventListener('abort', stopped);
  });
}
