import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { freePort } from '@earshot/bench/free-port';
import type { limits as everyLimit } from '@earshot/protocol';
import type { NetworkNamespace } from './firefox/network-namespace.ts';

const serverFolder = join(import.meta.dirname, '../../server/src');

interface SpareServerOptions {
  port?: number;
  namespace?: NetworkNamespace;
  dataDirectory?: string;
  pliant?: boolean;
  places?: number;
  environment?: Readonly<Record<string, string>>;
  onLog?: (text: string) => void;
}

/** A server of a test's own, for tests that stop it. */
export class SpareServer implements AsyncDisposable {
  readonly origin: string;
  readonly #process: ChildProcess;

  private constructor(origin: string, process: ChildProcess) {
    this.origin = origin;
    this.#process = process;
  }

  /**
   * @param options.port where it listens; left out: a free one
   * @param options.namespace where it stands, with all its addresses; left out: on the loopback only
   * @param options.dataDirectory what outlives it; left out: nothing does
   * @param options.pliant whether its limits can be bent
   * @param options.places public rooms that are made up, to fill the front page with; left out: none
   * @param options.environment further settings
   * @param options.onLog hears what it logs; left out: it stands among the test's own output
   */
  static async start(options: SpareServerOptions = {}): Promise<SpareServer> {
    const { namespace, dataDirectory, pliant = false, places, onLog } = options;
    const port = options.port ?? (await freePort());
    const environment = {
      HOST: namespace ? '0.0.0.0' : '127.0.0.1',
      PORT: String(port),
      RTC_PORT: '0',
      WORKERS: '1',
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDirectory ?? ':memory:',
      ...(places && { PLACES: String(places) }),
      ...options.environment,
    };
    const program = pliant ? 'testing/pliant-server.ts' : places ? 'testing/crowded-square.ts' : 'main.ts';
    const words = [process.execPath, join(serverFolder, program)];
    const [command = '', ...args] = namespace?.command(words) ?? words;
    const child = spawn(command, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', onLog ? 'pipe' : 'inherit', ...(pliant ? (['ipc'] as const) : [])],
    });
    child.stderr?.on('data', (text) => onLog?.(String(text)));
    await Promise.race([
      once(child.stdout as Readable, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('the server did not start'))),
    ]);
    return new SpareServer(`http://localhost:${port}`, child);
  }

  get pid(): number {
    return this.#process.pid as number;
  }

  /** Gives it other limits from now on, by their names in the protocol's table. It has to be pliant. */
  async bend(limits: Partial<Record<keyof typeof everyLimit, number>>): Promise<void> {
    const bent = once(this.#process, 'message');
    this.#process.send(limits);
    await bent;
  }

  /** Ends it; `SIGKILL` is what a power cut looks like. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill(signal);
    await once(this.#process, 'exit');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}
