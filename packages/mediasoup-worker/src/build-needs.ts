import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** One thing the build needs: how to see that it is here, and the Debian package that brings it. */
type BuildNeed = { package: string } & ({ command: string } | { module: string });

const pkgConfig = 'pkg-config';

const buildNeeds: readonly BuildNeed[] = [
  { package: 'pkgconf', command: pkgConfig },
  { package: 'g++', command: 'c++' },
  { package: 'meson', command: 'meson' },
  { package: 'ninja-build', command: 'ninja' },
  { package: 'flatbuffers-compiler', command: 'flatc' },
  { package: 'libflatbuffers-dev', module: 'flatbuffers' },
  { package: 'libuv1-dev', module: 'libuv' },
  { package: 'libssl-dev', module: 'openssl' },
  { package: 'libsrtp2-dev', module: 'libsrtp2' },
  { package: 'libabsl-dev', module: 'absl_raw_hash_set' },
];

export type Presence = {
  hasCommand: (name: string) => boolean;
  /** A pkg-config module, so a library with its headers. */
  hasModule: (name: string) => boolean;
};

/** What is not here: the Debian packages to install, and the same in words for other systems. */
export function missingNeeds(presence: Presence = systemPresence): { packages: string[]; things: string[] } {
  const missing = buildNeeds.filter((need) =>
    'command' in need ? !presence.hasCommand(need.command) : !presence.hasModule(need.module),
  );
  return {
    packages: missing.map((need) => need.package),
    things: missing.map((need) => ('command' in need ? need.command : `${need.module} (${pkgConfig})`)),
  };
}

const systemPresence: Presence = {
  hasCommand: (name) => (process.env.PATH ?? '').split(path.delimiter).some((at) => isProgram(at, name)),
  hasModule: (name) =>
    spawnSync(pkgConfig, ['--exists', name], { stdio: 'ignore', timeout: 10_000 }).status === 0,
};

function isProgram(directory: string, name: string): boolean {
  try {
    accessSync(path.join(directory, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
