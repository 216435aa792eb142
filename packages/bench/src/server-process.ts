import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';
import type { Address } from './relay/relay.ts';
import { within } from './within.ts';

const root = path.join(import.meta.dirname, '../../..');
const startWithinMs = 30_000;
/** The server gives itself 10 s. */
const stopWithinMs = 12_000;
const keptLogBytes = 8_192;

/** Settings of whoever runs the bench that would change what is measured; empty stands for the default. */
const neutral = {
  PUBLIC_ADDRESS: '',
  ALLOWED_ORIGINS: '',
  TURN_URLS: '',
  TURN_SECRET: '',
  METRICS_TOKEN: '',
  WEB_ROOT: '',
};

/** Earshot's server as its users start it: a process of its own, on loopback. */
export class ServerProcess implements AsyncDisposable {
  /** Where HTTP and the WebSocket are. */
  readonly http: Address;
  /** Where the first media worker is. */
  readonly rtc: Address;
  readonly #child: ChildProcess;
  readonly #data: AsyncDisposable;

  private constructor(parts: { child: ChildProcess; data: AsyncDisposable; http: Address; rtc: Address }) {
    this.#child = parts.child;
    this.#data = parts.data;
    this.http = parts.http;
    this.rtc = parts.rtc;
  }

  /** @param options.environment settings on top of the bench's own */
  static async start(options: {
    signal: AbortSignal;
    environment?: NodeJS.ProcessEnv;
    /** What is run, from the root of the checkout; the server itself where it is left out. */
    program?: string;
  }): Promise<ServerProcess> {
    const rtcPort = await freePort();
    const data = await mkdtempDisposable(path.join(tmpdir(), 'earshot-bench-data-'));
    const child = spawn(process.execPath, [options.program ?? 'apps/server/src/main.ts'], {
      cwd: root,
      env: {
        ...process.env,
        ...neutral,
        HOST: '127.0.0.1',
        PORT: '0',
        RTC_PORT: String(rtcPort),
        WORKERS: '1',
        LOG_LEVEL: 'warn',
        DATA_DIR: data.path,
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const ready = readPort(child);
      const port = await within(ready, { what: "the server's start", limitMs: startWithinMs, ...options });
      return new ServerProcess({
        child,
        data,
        http: { host: '127.0.0.1', port },
        rtc: { host: '127.0.0.1', port: rtcPort },
      });
    } catch (error) {
      await stop(child);
      await data.remove();
      throw error;
    }
  }

  get url(): string {
    return `http://${this.http.host}:${this.http.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await stop(this.#child);
    await this.#data[Symbol.asyncDispose]();
  }
}

/** The port in the link that the server prints when it is ready. */
function readPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed = (printed + text).slice(-keptLogBytes);
        const port = /http:\/\/localhost:(\d+)/.exec(printed)?.[1];
        if (port) resolve(Number(port));
      });
    }
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`the server ended with code ${code}:\n${printed}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await gone;
  clearTimeout(killing);
}
