import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ended } from './command.mjs';
import { root } from './root.mjs';

const graceMs = 5_000;

/** Processes that run side by side, each line of theirs under their name, and end together. */
export class Processes {
  #stream;
  #all = [];

  /** @param {{ stream: NodeJS.WritableStream, signal: AbortSignal }} options */
  constructor({ stream, signal }) {
    this.#stream = stream;
    signal.addEventListener('abort', () => this.#end(), { once: true });
  }

  /**
   * @param {string} name
   * @param {readonly string[]} words
   * @param {NodeJS.ProcessEnv} env
   */
  start(name, [command, ...args], env) {
    // A group of its own, so that the processes it starts in turn end with it.
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => this.#stream.write(`[${name}] ${line}\n`));
    }
    this.#all.push({ child, end: ended(child) });
  }

  /**
   * Waits for the first to end, then ends the others.
   * @returns {Promise<number>} the exit code of the first
   */
  async ended() {
    try {
      return await Promise.race(this.#all.map(({ end }) => end));
    } finally {
      this.#end();
      await Promise.allSettled(this.#all.map(({ end }) => end));
    }
  }

  #end() {
    for (const { child } of this.#all) {
      kill(child, 'SIGTERM');
      setTimeout(() => kill(child, 'SIGKILL'), graceMs).unref();
    }
  }
}

function kill(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group is gone.
  }
}
