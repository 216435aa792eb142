import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const startWithinMs = 10_000;

/** A screen that nobody looks at, but which can be shared: an X server in memory. */
export class Display implements AsyncDisposable {
  /** What a browser finds it by. */
  readonly environment: { readonly DISPLAY: string };
  readonly #server: ChildProcess;

  private constructor(server: ChildProcess, number: string) {
    this.#server = server;
    this.environment = { DISPLAY: `:${number}` };
  }

  static async switchOn(): Promise<Display> {
    const server = spawn(
      'Xvfb',
      ['-displayfd', '1', '-screen', '0', '1280x720x24', '-nolisten', 'tcp', '-terminate'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const late = AbortSignal.timeout(startWithinMs);
    const number = once(server.stdout, 'data', { signal: late }).then(([data]) => String(data).trim());
    const failed = Promise.race([once(server, 'exit'), once(server, 'error')]).then(() => undefined);
    const found = await Promise.race([number, failed]).catch(() => undefined);
    if (found) return new Display(server, found);
    server.kill();
    throw new Error('Xvfb did not start; the Firefox tests need the package xvfb.');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#server.exitCode !== null || this.#server.signalCode !== null) return;
    const gone = once(this.#server, 'exit');
    this.#server.kill();
    await gone;
  }
}
