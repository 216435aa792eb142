import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { Processes } from './processes.mjs';

function setUp() {
  const abort = new AbortController();
  const stream = new PassThrough();
  const lines = [];
  stream.on('data', (text) => lines.push(String(text)));
  return { abort, lines, processes: new Processes({ stream, signal: abort.signal }) };
}
const node = (code) => [process.execPath, '-e', code];
const forever = 'setInterval(() => {}, 1e6)';

test('lines stand under the name of their process; the first to end takes the others along', async () => {
  const { processes, lines } = setUp();
  processes.start('server', node('console.log("one\\ntwo"); process.exitCode = 4'), process.env);
  processes.start('pages', node(forever), process.env);
  expect(await processes.ended()).toBe(4);
  expect(lines.join('')).toBe('[server] one\n[server] two\n');
});

test('an abort ends every process with those it started', async () => {
  const { processes, lines, abort } = setUp();
  const child = `console.log("up"); ${forever}`;
  const parent = `const { spawn } = require('node:child_process');
    spawn(process.execPath, ['-e', '${child}'], { stdio: 'inherit' }); ${forever}`;
  processes.start('server', node(parent), process.env);
  // The child holds its parent's output open, so this waits for both.
  const ended = processes.ended();
  while (lines.length === 0) await new Promise(setImmediate);
  abort.abort();
  expect(await ended).toBe(143);
});
