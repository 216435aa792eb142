import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Report } from './news.ts';
import { CommandError, runCommand } from './run-command.ts';
import { SetupError } from './setup-error.ts';

export type AptInstall = {
  packages: readonly string[];
  /** What they are for, as it follows "to": `build the mediasoup worker`. */
  purpose: string;
  report: Report;
  signal: AbortSignal;
};

/** Ways to become root: none needed, sudo without a question, or no way. */
export type Privilege = 'root' | 'sudo' | 'none';

/** What a person types to install these packages. */
export function aptCommand(packages: readonly string[], privilege: Privilege): string {
  const sudo = privilege === 'root' ? '' : 'sudo ';
  const install = `${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  return `${sudo}apt-get update && ${install}`;
}

export function hasApt(): boolean {
  return existsSync('/usr/bin/apt-get');
}

function aptPrivilege(): Privilege {
  if (process.getuid?.() === 0) return 'root';
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore', timeout: 10_000 }).status === 0
    ? 'sudo'
    : 'none';
}

/**
 * Installs Debian packages, asking nothing.
 * @throws SetupError `packages_missing` with the command to type where this user may not install, and
 * `packages_failed` where apt-get fails.
 */
export async function aptInstall(
  { packages, purpose, report, signal }: AptInstall,
  privilege: Privilege = aptPrivilege(),
): Promise<void> {
  if (privilege === 'none') {
    const message = `To ${purpose}, Debian packages are needed that this user may not install. Run this, then start again:\n\n  ${aptCommand(packages, privilege)}\n`;
    throw new SetupError('packages_missing', message);
  }
  report({
    at: 'step',
    text: `Installing ${packages.length} Debian packages to ${purpose}`,
    usually: '1 minute',
  });
  try {
    // Without this a bare machine knows no package and an old one asks for versions that are gone.
    await aptGet(['update'], { privilege, report, signal });
    await aptGet(['install', '-y', '--no-install-recommends', ...packages], { privilege, report, signal });
  } catch (cause) {
    if (!(cause instanceof CommandError)) throw cause;
    const message = `${cause.message}:\n\n${cause.tail}\n\nMend that, or install the packages yourself, then start again:\n\n  ${aptCommand(packages, privilege)}\n`;
    throw new SetupError('packages_failed', message, { cause });
  }
}

type AptGet = { privilege: Privilege; report: Report; signal: AbortSignal };

async function aptGet(args: readonly string[], { privilege, report, signal }: AptGet): Promise<void> {
  const words = [
    ...(privilege === 'sudo' ? ['sudo', '-n'] : []),
    ...['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8'],
    ...['apt-get', '-q', '-o', 'APT::Status-Fd=1', '-o', 'DPkg::Lock::Timeout=300', ...args],
  ];
  const [command = '', ...rest] = words;
  await runCommand(command, rest, {
    signal,
    timeoutMs: 30 * 60_000,
    onLine: (line) => {
      const done = aptProgress(line);
      if (done !== undefined && args[0] === 'install') report({ at: 'progress', done, total: 1 });
      return done !== undefined;
    },
  });
}

/**
 * Reads a line of apt's status file: `dlstatus:<nth>:<percent>:<text>` while it downloads, then
 * `pmstatus:<package>:<percent>:<text>` while it installs. Counts each as one half of the whole.
 */
export function aptProgress(line: string): number | undefined {
  const [, phase, percent] = /^(dl|pm)status:[^:]*(?::\w+)?:(\d+(?:\.\d+)?):/.exec(line) ?? [];
  if (!phase || !percent) return undefined;
  return (phase === 'dl' ? 0 : 0.5) + Number(percent) / 200;
}
