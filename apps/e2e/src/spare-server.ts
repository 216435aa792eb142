import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findPort } from './free-port.ts';

const mainFile = join(import.meta.dirname, '../../server/src/main.ts');

/** A server of a test's own, for tests that stop it. */
export class SpareServer {
  readonly origin: string;
  readonly #process: ChildProcess;

  private constructor(origin: string, process: ChildProcess) {
    this.origin = origin;
    this.#process = process;
  }

  /** @param port where it listens; left out: a free one. */
  static async start(port?: number): Promise<SpareServer> {
    port ??= await findPort();
    const environment = {
      HOST: '127.0.0.1',
      PORT: String(port),
      RTC_PORT: '0',
      WORKERS: '1',
      LOG_LEVEL: 'warn',
    };
    const child = spawn(process.execPath, [mainFile], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('the server did not start'))),
    ]);
    return new SpareServer(`http://localhost:${port}`, child);
  }

  /** Ends it; `SIGKILL` is what a power cut looks like. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill(signal);
    await once(this.#process, 'exit');
  }
}
