import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { canRun } from './node-version.mjs';
import { Problem } from './problem.mjs';
import { root } from './root.mjs';

export const binDirectory = path.join(root, 'node_modules/.bin');

/**
 * The Node to go on with: the one that npm brought for this platform, else the one that runs now.
 * @returns {{ execPath: string, other: boolean }} `other` when it is not the one that runs now
 */
export function chooseNode() {
  const pinned = path.join(binDirectory, 'node');
  if (existsSync(pinned)) {
    if (realpathSync(pinned) === realpathSync(process.execPath)) return { execPath: pinned, other: false };
    // It is built for glibc, so another libc may not start it.
    if (spawnSync(pinned, ['--version'], { stdio: 'ignore' }).status === 0) {
      return { execPath: pinned, other: true };
    }
  }
  if (canRun(process.version)) return { execPath: process.execPath, other: false };
  throw new Problem(
    `npm brings no Node for ${process.platform} ${process.arch}, so the one of the system is used, and Earshot ` +
      `needs Node 24 or newer, or 22.18; this is ${process.version}. Install a newer one (https://nodejs.org), ` +
      'then run the same command again.',
  );
}
