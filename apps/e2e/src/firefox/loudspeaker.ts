import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loudnessDb } from '../node/goertzel.ts';

const sampleRateHz = 48_000;
const windowMs = 600;
const windowBytes = (sampleRateHz * windowMs * 2) / 1_000;
/** Tones arrive near -20 dBFS, their harmonics and the noise below -60. */
const heardDb = -45;
const startWithinMs = 10_000;

/**
 * A sound card of a test's own: a PulseAudio server with one sink, and ears held to it. Without a card,
 * Firefox never starts an AudioContext, and what it plays could be told by nobody.
 */
export class Loudspeaker implements AsyncDisposable {
  /** What a browser finds it by. */
  readonly environment: { readonly PULSE_SERVER: string };
  readonly #server: ChildProcess;

  private constructor(server: ChildProcess, socket: string) {
    this.#server = server;
    this.environment = { PULSE_SERVER: `unix:${socket}` };
  }

  /** @param folder one that nobody else uses: its socket and its state are kept there */
  static async plugIn(folder: string): Promise<Loudspeaker> {
    const socket = join(folder, 'sound');
    const modules = [
      `module-native-protocol-unix socket=${socket} auth-anonymous=1`,
      `module-null-sink sink_name=room rate=${sampleRateHz} channels=1`,
    ];
    const server = spawn(
      'pulseaudio',
      [
        ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes'],
        ...modules.flatMap((module) => ['-L', module]),
      ],
      { stdio: 'ignore', env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder } },
    );
    const failed = Promise.race([once(server, 'exit'), once(server, 'error')]).then(() => 'gone' as const);
    const loudspeaker = new Loudspeaker(server, socket);
    const until = Date.now() + startWithinMs;
    while (!(await loudspeaker.#answers())) {
      const state = await Promise.race([failed, pause(50)]);
      if (state === 'gone' || Date.now() > until) {
        await loudspeaker[Symbol.asyncDispose]();
        throw new Error('PulseAudio did not start; the Firefox tests need pulseaudio and pulseaudio-utils.');
      }
    }
    return loudspeaker;
  }

  /** Which of the frequencies come out of it now. */
  async hears(frequencies: readonly number[]): Promise<number[]> {
    const samples = await this.#record();
    return frequencies.filter((hz) => loudnessDb(samples, { hz, sampleRateHz }) > heardDb);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#server.pid === undefined || this.#server.exitCode !== null) return;
    const gone = once(this.#server, 'exit');
    this.#server.kill();
    await gone;
  }

  async #record(): Promise<Int16Array> {
    const recorder = spawn(
      'parec',
      [
        ...['--device=room.monitor', '--raw', '--format=s16le', '--latency-msec=20'],
        ...[`--rate=${sampleRateHz}`, '--channels=1'],
      ],
      { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...this.environment }, timeout: 5_000 },
    );
    let heard = Buffer.alloc(0);
    for await (const chunk of recorder.stdout) {
      heard = Buffer.concat([heard, chunk as Buffer]);
      if (heard.length >= windowBytes) break;
    }
    recorder.kill();
    if (heard.length < windowBytes) throw new Error('nothing could be recorded from the loudspeaker');
    return new Int16Array(heard.buffer.slice(heard.byteOffset, heard.byteOffset + windowBytes));
  }

  async #answers(): Promise<boolean> {
    const asking = spawn('pactl', ['info'], {
      stdio: 'ignore',
      env: { ...process.env, ...this.environment },
      timeout: 2_000,
    });
    return new Promise((resolve) => {
      asking.on('error', () => resolve(false));
      asking.on('exit', (code) => resolve(code === 0));
    });
  }
}
