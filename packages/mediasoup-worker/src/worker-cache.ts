import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Host, platformKey } from './host.ts';
import { SetupError } from './setup-error.ts';

/** What stands in for the worker's bundled dependencies when it is built against the system's. */
export const recipeDirectory = path.resolve(import.meta.dirname, '../build');

type CacheOptions = { env: NodeJS.ProcessEnv; host: Host; version: string };

/** The place outside the checkout where one worker binary for one kind of system is kept. */
export class WorkerCache {
  readonly directory: string;
  readonly binary: string;
  /** For a build under way; see `Bring`. */
  readonly workshop: string;

  constructor({ env, host, version }: CacheOptions) {
    // A changed recipe may mean a mended worker, so it asks for a new build.
    const key = `${version}-${platformKey(host)}-${recipeHash(recipeDirectory)}`;
    this.directory = path.join(cacheRoot(env), 'mediasoup-worker', key);
    this.binary = path.join(this.directory, 'mediasoup-worker');
    this.workshop = path.join(this.directory, 'build');
  }

  /** Makes the directory; a second caller finds it made. */
  open(): void {
    try {
      mkdirSync(this.directory, { recursive: true });
    } catch (cause) {
      const message = `The mediasoup worker is kept in ${this.directory}, which cannot be written. Set EARSHOT_CACHE to a directory that can.`;
      throw new SetupError('cache_unwritable', message, { cause });
    }
  }

  /**
   * An empty directory on the cache's own file system, so that moving out of it is atomic. There is one,
   * for the holder of the lock; what a killed holder left in it goes.
   */
  scratch(): { path: string; remove: () => void } {
    const scratch = path.join(this.directory, 'new');
    const remove = () => rmSync(scratch, { recursive: true, force: true });
    remove();
    mkdirSync(scratch);
    return { path: scratch, remove };
  }

  /** Takes the file in with one rename: whoever looks meanwhile sees the old binary or the new one. */
  keep(file: string): string {
    chmodSync(file, 0o755);
    renameSync(file, this.binary);
    return this.binary;
  }
}

function cacheRoot(env: NodeJS.ProcessEnv): string {
  if (env.EARSHOT_CACHE) return path.resolve(env.EARSHOT_CACHE);
  // The XDG base directory specification has relative paths ignored.
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME))
    return path.join(env.XDG_CACHE_HOME, 'earshot');
  return path.join(os.homedir(), '.cache/earshot');
}

function recipeHash(directory: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash.update(path.relative(directory, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
}
