import path from 'node:path';
import { endingSignals, runInFront, signalExitCode } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { canSetUp } from './node-version.mjs';
import { binDirectory, chooseNode } from './pinned-node.mjs';
import { isExpected, Problem } from './problem.mjs';
import { root } from './root.mjs';
import { Steps } from './steps.mjs';

/**
 * @typedef {object} Script what a script's main function works with
 * @property {Steps} steps
 * @property {AbortSignal} signal aborted when the script is to end
 * @property {NodeJS.ProcessEnv} env for the processes it starts
 * @property {string} node the Node to start them with
 */

/**
 * Every script's way in: the dependencies are installed and the right Node runs, then `main` does.
 * Sets the exit code to what `main` answers.
 * @param {(script: Script) => Promise<number>} main
 * @param {{ stream?: NodeJS.WriteStream }} [options] where the steps are printed
 */
export async function enter(main, { stream } = {}) {
  const stop = new AbortController();
  for (const signal of endingSignals) process.on(signal, () => stop.abort(new Stopped(signal)));
  try {
    process.exitCode = await prepare(main, { steps: new Steps({ stream }), signal: stop.signal });
  } catch (error) {
    process.exitCode = report(error);
  }
  // Not process.exit: what was written may still be on its way into a pipe.
  for (const signal of endingSignals) process.removeAllListeners(signal);
}

async function prepare(main, { steps, signal }) {
  if (!canSetUp(process.version)) {
    throw new Problem(
      `Earshot sets itself up with Node 20 or newer; this is ${process.version}. Install a newer one ` +
        '(https://nodejs.org, or your distribution), then run the same command again.',
    );
  }
  await installDependencies({ steps, signal });
  const { execPath, other } = chooseNode();
  const env = childEnvironment();
  if (other) return runInFront([execPath, ...process.argv.slice(1)], { env });
  return main({ steps, signal, env, node: execPath });
}

function childEnvironment() {
  const entries = (process.env.PATH ?? '').split(path.delimiter).filter((entry) => entry !== binDirectory);
  return {
    ...process.env,
    PATH: [binDirectory, ...entries].join(path.delimiter),
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
    // Half of a server's start goes into reading its own TypeScript, which is the same each time.
    NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/node'),
  };
}

class Stopped extends Error {
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }
}

function report(error) {
  if (error instanceof Stopped) return signalExitCode(error.signal);
  console.error(isExpected(error) ? `\n${error.message}\n` : error);
  return 1;
}
