import { expect, test } from '@jest/globals';
import { runCommand } from './run-command.ts';

const signal = new AbortController().signal;
const node = (code: string, options = {}) =>
  runCommand(process.execPath, ['-e', code], { signal, timeoutMs: 10_000, ...options });

test('gives each line of both streams as it comes', async () => {
  const lines: string[] = [];
  await node('console.log("out\\nmore"); console.error("err")', {
    onLine: (line: string) => lines.push(line) < 0,
  });
  expect(lines.sort()).toEqual(['err', 'more', 'out']);
});

test('fails with the code and the last lines, without the lines taken as progress', async () => {
  const run = node('for (let i = 0; i < 100; i++) console.log(i); process.exitCode = 3', {
    onLine: (line: string) => line === '99',
  });
  await expect(run).rejects.toMatchObject({
    message: expect.stringContaining('ended with code 3'),
    tail: Array.from({ length: 40 }, (_, i) => String(59 + i)).join('\n'),
  });
});

test('a command that does not exist fails', async () => {
  await expect(runCommand('no-such-command', [], { signal, timeoutMs: 10_000 })).rejects.toThrow('ENOENT');
});

test('a command that does not end is ended', async () => {
  await expect(node('setInterval(() => {}, 1e6)', { timeoutMs: 100 })).rejects.toThrow('did not end within');
});

test('an abort ends the command and rejects with its reason', async () => {
  const abort = new AbortController();
  const run = node('console.log(1); setInterval(() => {}, 1e6)', {
    signal: abort.signal,
    onLine: () => {
      abort.abort(new Error('stopped'));
      return true;
    },
  });
  await expect(run).rejects.toThrow('stopped');
});
