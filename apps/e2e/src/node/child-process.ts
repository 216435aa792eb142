import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** How a program ended. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** Runs a Node program to its end, or kills it after `limitMs`. */
export async function runNode(args: string[], { limitMs = 40_000 } = {}): Promise<Ending> {
  const child = spawn(process.execPath, args, { timeout: limitMs, killSignal: 'SIGKILL' });
  const [[code, signal], stdout, stderr] = await Promise.all([
    once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, signal, stdout, stderr };
}
