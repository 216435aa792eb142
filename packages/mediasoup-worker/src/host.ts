import { readFileSync } from 'node:fs';
import os from 'node:os';

/** The machine that the worker is to run on, as far as it decides which binary fits. */
export type Host = {
  platform: NodeJS.Platform;
  arch: string;
  /** Major version of the kernel: mediasoup names its Linux downloads after it. */
  kernelMajor: number;
  /** `debian-12`: a build from source links the distribution's libraries. Empty where there is no os-release. */
  distribution: string;
};

export function readHost(): Host {
  return {
    platform: os.platform(),
    arch: os.arch(),
    kernelMajor: Number.parseInt(os.release(), 10),
    distribution: os.platform() === 'linux' ? parseDistribution(readOsRelease()) : '',
  };
}

/** Reads `ID` and `VERSION_ID` from the text of os-release(5); rolling distributions have no version. */
export function parseDistribution(osRelease: string): string {
  const field = (name: string) =>
    new RegExp(`^${name}=["']?([^"'\n]*)`, 'm').exec(osRelease)?.[1]?.replace(/[^\w.]/g, '') ?? '';
  return [field('ID'), field('VERSION_ID') || field('VERSION_CODENAME')].filter(Boolean).join('-');
}

/** `linux-x64-debian-12`, a name for the binaries that run on this host. */
export function platformKey(host: Host): string {
  return [host.platform, host.arch, host.distribution].filter(Boolean).join('-');
}

function readOsRelease(): string {
  for (const file of ['/etc/os-release', '/usr/lib/os-release']) {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      // os-release(5): the second file stands in for the first.
    }
  }
  return '';
}
