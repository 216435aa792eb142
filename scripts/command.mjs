import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Problem } from './problem.mjs';
import { root } from './root.mjs';

const tailLines = 40;

/**
 * @typedef {object} CommandOptions
 * @property {AbortSignal} signal
 * @property {number} timeoutMs
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * Runs a command without showing it.
 * @param {readonly string[]} words
 * @param {CommandOptions & { advice: string }} options `advice` is what to do next when it fails
 * @throws Problem with the tail of what the command wrote
 */
export async function runQuietly(words, { advice, ...options }) {
  const output = [];
  const child = start(words, options, ['ignore', 'pipe', 'pipe']);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output.push(text);
      if (output.length > 1_000) output.splice(0, 500);
    });
  }
  const code = await exitCode(child, options);
  if (code === 0) return;
  const tail = output.join('').trimEnd().split('\n').slice(-tailLines).join('\n');
  throw new Problem(`${words.join(' ')} ended with code ${code}:\n\n${tail}\n\n${advice}`);
}

/**
 * Runs a command whose output is shown as it comes.
 * @param {readonly string[]} words
 * @param {CommandOptions} options
 * @returns {Promise<number>} its exit code
 */
export function runShown(words, options) {
  return exitCode(start(words, options, ['ignore', 'inherit', 'inherit']), options);
}

/**
 * Hands the terminal over to a command until it ends, and passes on the signals that would end this
 * process.
 * @param {readonly string[]} words
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code, or as a shell gives it, 128 and the signal's number
 */
export async function runInFront(words, { env }) {
  const [command, ...args] = words;
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  const pass = (signal) => {
    // A terminal has sent Ctrl-C to every process in front already: twice might mean "at once".
    if (signal !== 'SIGINT' || !atTerminal()) child.kill(signal);
  };
  for (const signal of endingSignals) process.on(signal, pass);
  try {
    return await ended(child);
  } finally {
    for (const signal of endingSignals) process.off(signal, pass);
  }
}

export const endingSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @param {NodeJS.Signals} signal */
export function signalExitCode(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}

/** @param {import('node:child_process').ChildProcess} child */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signalExitCode(signal)));
  });
}

function start([command, ...args], { signal, env }, stdio) {
  return spawn(command, args, { cwd: root, env, stdio, signal });
}

async function exitCode(child, { signal, timeoutMs }) {
  const limit = setTimeout(() => child.kill(), timeoutMs);
  try {
    return await ended(child);
  } catch (error) {
    if (error.code === 'ENOENT')
      throw new Problem(`${error.path} was not found. Install it, then try again.`);
    throw error;
  } finally {
    clearTimeout(limit);
    signal.throwIfAborted();
  }
}

function atTerminal() {
  return Boolean(process.stdin.isTTY || process.stdout.isTTY);
}
