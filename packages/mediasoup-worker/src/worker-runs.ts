import { spawnSync } from 'node:child_process';

/** The worker's own exit code when its parent is not mediasoup (worker/src/main.cpp). */
const notStartedByMediasoup = 41;

/**
 * Whether this file is a mediasoup worker that starts on this system: a wrong architecture, a missing
 * shared library or a truncated file all fail here. Takes a few milliseconds.
 */
export function workerRuns(binary: string): boolean {
  const { status } = spawnSync(binary, [], { env: {}, stdio: 'ignore', timeout: 5_000 });
  return status === notStartedByMediasoup;
}
