import { existsSync } from 'node:fs';
import path from 'node:path';
import { withFileLock } from './file-lock.ts';
import { findWorker, systemCache } from './find-worker.ts';
import { readHost } from './host.ts';
import { mediasoupPackage } from './mediasoup-package.ts';
import type { Report } from './news.ts';
import { prebuiltWorker } from './prebuilt-worker.ts';
import { SetupError } from './setup-error.ts';
import { sourceBuild } from './source-build.ts';
import type { WorkerCache } from './worker-cache.ts';
import { workerRuns } from './worker-runs.ts';
import type { WorkerSource } from './worker-source.ts';

export type EnsureWorkerOptions = {
  report: Report;
  /** Ends the work and the processes it started; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  env?: NodeJS.ProcessEnv;
  cache?: WorkerCache;
  /** Tried in order. */
  sources?: readonly WorkerSource[];
};

/**
 * The path of a worker binary that runs: the one found, else the first that a source brings, which is
 * then cached. May take minutes.
 * @throws SetupError, of the last source where every one fails.
 */
export async function ensureWorker(options: EnsureWorkerOptions): Promise<string> {
  const { report, env = process.env, signal = new AbortController().signal } = options;
  const cache = options.cache ?? systemCache(env);
  const found = findWorker({ env, cache });
  if (found) return found;
  if (existsSync(cache.binary)) {
    report({ at: 'note', text: 'The mediasoup worker in the cache no longer runs on this system.' });
  }
  cache.open();
  const lock = path.join(cache.directory, 'lock');
  const onWait = () =>
    report({ at: 'step', text: 'Waiting for another Earshot that is getting the mediasoup worker' });
  return withFileLock(lock, { signal, onWait }, async () => {
    const brought = findWorker({ env, cache });
    return brought ?? bringWorker(options.sources ?? workerSources(env), { cache, report, signal });
  });
}

/** Where workers come from on this machine; the variables are the ones mediasoup itself knows. */
function workerSources(env: NodeJS.ProcessEnv): WorkerSource[] {
  const { version, workerDirectory, releaseUrl } = mediasoupPackage();
  const baseUrl = env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL || releaseUrl;
  const sources = [sourceBuild(workerDirectory)];
  if (!env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD) {
    sources.unshift(prebuiltWorker({ host: readHost(), version, baseUrl }));
  }
  return sources;
}

type Bringing = { cache: WorkerCache; report: Report; signal: AbortSignal };

async function bringWorker(sources: readonly WorkerSource[], bringing: Bringing): Promise<string> {
  const { cache, report, signal } = bringing;
  let failure: SetupError | undefined;
  for (const source of sources) {
    if (failure) report({ at: 'setback', text: `${failure.message}. Trying ${source.name} instead.` });
    const scratch = cache.scratch();
    try {
      const binary = await source.bring({ scratch: scratch.path, workshop: cache.workshop, report, signal });
      if (!workerRuns(binary)) throw broken(source);
      return cache.keep(binary);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      failure = error;
    } finally {
      scratch.remove();
    }
  }
  throw failure ?? new Error('no source of workers was given');
}

function broken({ name }: WorkerSource): SetupError {
  return new SetupError('worker_broken', `What came from ${name} does not run on this system`);
}
