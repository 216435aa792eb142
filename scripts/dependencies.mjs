import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './command.mjs';
import { root } from './root.mjs';

/**
 * Installs what the lock file names, unless that is there already. No package runs code of its own
 * (.npmrc): the one that mediasoup would run is done by packages/mediasoup-worker.
 */
export async function installDependencies({ steps, signal, directory = root }) {
  if (dependenciesInstalled(directory)) return;
  await steps.run({ text: 'Installing the dependencies', usually: '1 minute' }, () =>
    // Not `npm ci`: a registry may lack the packages of foreign platforms, which it insists on.
    runQuietly(
      ['npm', 'install', '--no-save', '--no-audit', '--no-fund', '--include=dev', '--include=optional'],
      {
        signal,
        timeoutMs: 20 * 60_000,
        env: process.env,
        advice: 'If the registry cannot be reached, mend that (npm ping), then run the same command again.',
      },
    ),
  );
  writeFileSync(path.join(directory, stampName), lockStamp(directory));
}

const stampName = 'node_modules/.earshot-installed';

/** Whether node_modules is what the lock file asks for, installed from here or by hand. */
export function dependenciesInstalled(directory) {
  const stamp = path.join(directory, stampName);
  try {
    return readFileSync(stamp, 'utf8') === lockStamp(directory);
  } catch {
    return installedByHand(directory, stamp);
  }
}

/** npm writes its own copy of the lock file last. */
function installedByHand(directory, stamp) {
  try {
    const installed = statSync(path.join(directory, 'node_modules/.package-lock.json')).mtimeMs;
    const locked = statSync(path.join(directory, 'package-lock.json')).mtimeMs;
    if (installed < locked) return false;
    writeFileSync(stamp, lockStamp(directory));
    return true;
  } catch {
    return false;
  }
}

/** The lock file and the platform, since a checkout may be mounted on another one. */
function lockStamp(directory) {
  const lock = readFileSync(path.join(directory, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
}
