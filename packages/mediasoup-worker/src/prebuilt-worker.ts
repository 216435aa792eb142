import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Host } from './host.ts';
import { runCommand } from './run-command.ts';
import { SetupError } from './setup-error.ts';
import type { Bring, WorkerSource } from './worker-source.ts';

export type PrebuiltOptions = {
  host: Host;
  version: string;
  /** Releases live under `<baseUrl>/<version>/`. */
  baseUrl: string;
  /** Until the response's headers; a host that cannot be reached must not hold up the build. */
  answerMs?: number;
  /** Until the last byte. */
  downloadMs?: number;
};

/** The published ones are below 10 MB. */
const maxBytes = 100_000_000;

/** mediasoup's own binary, which links no library of the distribution's but libc. */
export function prebuiltWorker(options: PrebuiltOptions): WorkerSource {
  const url = `${options.baseUrl}/${options.version}/${prebuiltName(options.version, options.host)}`;
  return {
    name: 'the prebuilt worker',
    async bring({ scratch, report, signal }) {
      report({ at: 'step', text: `Downloading the mediasoup worker from ${new URL(url).host}` });
      const archive = path.join(scratch, 'worker.tgz');
      try {
        await download(url, archive, { ...options, report, signal });
        // Only the one member is taken, whatever else the archive holds.
        await runCommand('tar', ['-xzf', archive, '-C', scratch, 'mediasoup-worker'], {
          signal,
          timeoutMs: 60_000,
        });
      } catch (cause) {
        signal.throwIfAborted();
        const message = cause instanceof Error ? cause.message : String(cause);
        throw new SetupError('prebuilt_unavailable', message, { cause });
      }
      return path.join(scratch, 'mediasoup-worker');
    },
  };
}

/** The name under which mediasoup publishes it (getWorkerPrebuildTarName in its npm-scripts.mjs). */
export function prebuiltName(version: string, { platform, arch, kernelMajor }: Host): string {
  const kernel = platform === 'linux' ? `-kernel${kernelMajor}` : '';
  return `mediasoup-worker-${version}-${platform}-${arch}${kernel}.tgz`;
}

type Download = Pick<PrebuiltOptions, 'answerMs' | 'downloadMs'> & Pick<Bring, 'report' | 'signal'>;

async function download(url: string, target: string, options: Download): Promise<void> {
  const { answerMs = 10_000, downloadMs = 120_000, report, signal } = options;
  const { host } = new URL(url);
  const late = new AbortController();
  const stop = AbortSignal.any([signal, late.signal]);
  let timer = setTimeout(
    () => late.abort(new Error(`${host} did not answer within ${answerMs / 1000} s`)),
    answerMs,
  );
  try {
    const response = await fetch(url, { signal: stop }).catch((cause) => {
      stop.throwIfAborted();
      throw new Error(`${host} cannot be reached (${cause.cause?.code ?? cause.message})`, { cause });
    });
    clearTimeout(timer);
    timer = setTimeout(
      () => late.abort(new Error(`${host} sent too slowly, ${downloadMs / 1000} s were not enough`)),
      downloadMs,
    );
    if (response.status === 404) throw new Error(`${host} has none for this system`);
    if (!response.ok || !response.body) throw new Error(`${host} answered ${response.status}`);
    const total = Number(response.headers.get('content-length'));
    const body = Readable.fromWeb(response.body);
    await pipeline(body, counted(total, report), createWriteStream(target), { signal: stop });
  } catch (error) {
    stop.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function counted(total: number, report: Bring['report']): Transform {
  let done = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      done += chunk.byteLength;
      if (total > 0) report({ at: 'progress', done, total });
      next(done > maxBytes ? new Error(`more than ${maxBytes / 1e6} MB`) : null, chunk);
    },
  });
}
