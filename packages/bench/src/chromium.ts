import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** What every Chromium here is started with, so that it runs in a container and leaves the network alone. */
export const chromiumFlags = [
  // Root, as in a container, has no sandbox.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const flags = [
  ...chromiumFlags,
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

/** The installed Chromium, without a window and with a microphone that beeps. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...flags, ...more],
    timeout: 30_000,
    // The bench ends what it started in an order of its own.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** Debian's own, and the same engine without what windows need. */
const debian = { whole: '/usr/bin/chromium', shell: '/usr/bin/chromium-headless-shell' } as const;

/**
 * What a page needs of Chromium, and the whole of it where there is nothing less: a shell has its page on the screen for
 * a fifth of the processor time.
 * @throws Error where there is neither
 */
export function chromiumShellPath(): string {
  const whole = chromiumPath();
  return whole === debian.whole && existsSync(debian.shell) ? debian.shell : whole;
}

/** @throws Error where there is none */
export function chromiumPath(): string {
  const path = process.env.CHROMIUM_BIN || debian.whole;
  if (existsSync(path)) return path;
  throw new Error(`There is no Chromium at ${path}: install it, or set CHROMIUM_BIN to its path.`);
}
