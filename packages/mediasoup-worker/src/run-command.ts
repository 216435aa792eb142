import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type CommandOptions = {
  signal: AbortSignal;
  timeoutMs: number;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Each line as it comes, from both streams; a line it answers `true` to is left out of the tail. */
  onLine?: (line: string) => boolean;
};

const tailLines = 40;

/** A command that failed, with the last lines it wrote. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly tail: string;

  constructor(command: string, how: string, tail: string) {
    super(`${command} ${how}`);
    this.tail = tail;
  }
}

/** Runs a command to its end without a terminal. @throws CommandError unless it exits with 0. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<void> {
  const { signal, timeoutMs, onLine } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: AbortSignal.any([signal, deadline]),
  });
  const tail: string[] = [];
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      if (onLine?.(line)) return;
      tail.push(line);
      if (tail.length > tailLines) tail.shift();
    });
  }
  const how = await ended(child);
  signal.throwIfAborted();
  if (how === undefined) return;
  const late = `did not end within ${Math.round(timeoutMs / 60_000)} minutes`;
  throw new CommandError(command, deadline.aborted ? late : how, tail.join('\n'));
}

/** Waits until the process is gone and its output read; undefined means success. */
function ended(child: ReturnType<typeof spawn>): Promise<string | undefined> {
  return new Promise((resolve) => {
    let failure: string | undefined;
    child.on('error', (error) => {
      failure = error.message;
    });
    child.on('close', (code, signal) => {
      resolve(code === 0 ? undefined : (failure ?? `ended with ${signal ?? `code ${code}`}`));
    });
  });
}
