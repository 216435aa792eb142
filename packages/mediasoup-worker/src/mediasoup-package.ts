import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The installed mediasoup package: its version decides the worker's, its sources build it. */
export type MediasoupPackage = {
  version: string;
  /** Sources of the worker. */
  workerDirectory: string;
  /** Where its releases, and so its prebuilt workers, are published. */
  releaseUrl: string;
};

export function mediasoupPackage(): MediasoupPackage {
  // The package exports no package.json, so it is found beside its main file, node/lib/index.js.
  const require = createRequire(import.meta.url);
  const directory = path.resolve(require.resolve('mediasoup'), '../../..');
  const { version, repository } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  return {
    version,
    workerDirectory: path.join(directory, 'worker'),
    releaseUrl: `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/releases/download`,
  };
}
