import { expect, test } from '@jest/globals';
import { within } from './within.ts';

const never = new Promise<never>(() => {});

test('settles as the work does', async () => {
  await expect(within(Promise.resolve(1), { what: 'it', limitMs: 1_000 })).resolves.toBe(1);
  await expect(within(Promise.reject(new Error('no')), { what: 'it', limitMs: 1_000 })).rejects.toThrow('no');
});

test('names what took too long', async () => {
  await expect(within(never, { what: 'a join', limitMs: 10 })).rejects.toThrow(
    'a join took longer than 10 ms',
  );
});

test('ends with its signal, also with one that was there before', async () => {
  const stop = new AbortController();
  const ended = within(never, { what: 'it', limitMs: 60_000, signal: stop.signal });
  stop.abort(new Error('stopped'));
  await expect(ended).rejects.toThrow('stopped');
  await expect(within(never, { what: 'it', limitMs: 60_000, signal: stop.signal })).rejects.toThrow(
    'stopped',
  );
});
