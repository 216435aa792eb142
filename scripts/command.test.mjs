import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { runInFront, runQuietly, runShown } from './command.mjs';
import { Problem } from './problem.mjs';

const options = { signal: new AbortController().signal, timeoutMs: 10_000, env: process.env };
const node = (code) => [process.execPath, '-e', code];

test('a quiet command that fails gives its last lines and the advice', async () => {
  const code = 'for (let i = 0; i < 100; i++) console.log("line " + i); process.exitCode = 3';
  const error = await runQuietly(node(code), { ...options, advice: 'Try tea.' }).catch((caught) => caught);
  expect(error).toBeInstanceOf(Problem);
  expect(error.message).toContain('ended with code 3');
  expect(error.message).toContain('line 99\n\nTry tea.');
  expect(error.message).toContain('line 60\n');
  expect(error.message).not.toContain('line 59\n');
});

test('a quiet command that succeeds is silent', async () => {
  await expect(runQuietly(node('console.log(1)'), { ...options, advice: '' })).resolves.toBeUndefined();
});

test('a command that is not there is named', async () => {
  await expect(runShown(['no-such-command'], options)).rejects.toThrow('no-such-command was not found');
});

test('a command that outlasts its limit is ended', async () => {
  const run = runShown(node('setInterval(() => {}, 1e6)'), { ...options, timeoutMs: 100 });
  expect(await run).toBe(143);
});

test('an abort ends the command and rejects with its reason', async () => {
  const abort = new AbortController();
  const run = runShown(node('setInterval(() => {}, 1e6)'), { ...options, signal: abort.signal });
  abort.abort(new Error('stopped'));
  await expect(run).rejects.toThrow('stopped');
});

test('a command in front passes on its exit code, or the signal that ended it', async () => {
  expect(await runInFront(node('process.exitCode = 7'), options)).toBe(7);
  expect(await runInFront(node('process.kill(process.pid, "SIGKILL")'), options)).toBe(137);
});

test('a signal reaches the command in front, which ends in its own way', async () => {
  const inner = 'process.on("SIGTERM", () => process.exit(5)); setInterval(() => {}, 1e6); console.log("up")';
  const outer = `import { runInFront } from ${JSON.stringify(path.join(import.meta.dirname, 'command.mjs'))};
    const words = [process.execPath, '-e', ${JSON.stringify(inner)}];
    process.exitCode = await runInFront(words, { env: process.env });`;
  // A process of its own: Jest's sandbox does not get signals.
  const child = spawn(process.execPath, ['--input-type=module', '-e', outer], {
    stdio: ['ignore', 'pipe', 2],
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([5, null]);
});
