import path from 'node:path';
import { readHost } from './host.ts';
import { mediasoupPackage } from './mediasoup-package.ts';
import { SetupError } from './setup-error.ts';
import { WorkerCache } from './worker-cache.ts';
import { workerRuns } from './worker-runs.ts';

export type FindWorkerOptions = { env?: NodeJS.ProcessEnv; cache?: Pick<WorkerCache, 'binary'> };

/**
 * The path of a worker binary that is here and runs, or undefined; takes milliseconds, fetches nothing.
 * @throws SetupError `worker_bin_broken` when MEDIASOUP_WORKER_BIN is set but does not name a working worker.
 */
export function findWorker({ env = process.env, cache }: FindWorkerOptions = {}): string | undefined {
  if (env.MEDIASOUP_WORKER_BIN) return namedWorker(env.MEDIASOUP_WORKER_BIN);
  const { binary } = cache ?? systemCache(env);
  return workerRuns(binary) ? binary : undefined;
}

/** The cache for the installed mediasoup on this machine. */
export function systemCache(env: NodeJS.ProcessEnv): WorkerCache {
  return new WorkerCache({ env, host: readHost(), version: mediasoupPackage().version });
}

function namedWorker(name: string): string {
  const binary = path.resolve(name);
  if (workerRuns(binary)) return binary;
  const message = `MEDIASOUP_WORKER_BIN is set to ${name}, which does not run here as a mediasoup worker. Correct the path, or unset it to have Earshot fetch or build a worker.`;
  throw new SetupError('worker_bin_broken', message);
}
