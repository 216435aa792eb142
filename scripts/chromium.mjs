import { existsSync } from 'node:fs';
import { Problem } from './problem.mjs';
import { reportTo } from './worker.mjs';

const debianChromium = '/usr/bin/chromium';

/**
 * Sees to it that there is a Chromium, and names it to the processes started from now on.
 * @param {import('./enter.mjs').Script} script
 */
export async function prepareChromium({ steps, signal, env }) {
  const named = env.CHROMIUM_BIN;
  if (named && !existsSync(named))
    throw new Problem(`CHROMIUM_BIN is set to ${named}, which does not exist.`);
  if (!named && !existsSync(debianChromium)) await installChromium({ steps, signal });
  env.CHROMIUM_BIN = named || debianChromium;
}

async function installChromium({ steps, signal }) {
  const { aptInstall, hasApt } = await import('../packages/mediasoup-worker/src/apt.ts');
  if (!hasApt()) throw new Problem('The tests need Chromium: install it and set CHROMIUM_BIN to its path.');
  // Without a font of its own, Debian's Chromium shows no text.
  const packages = ['chromium', 'fonts-liberation'];
  try {
    await aptInstall({ packages, purpose: 'test in a browser', signal, report: reportTo(steps) });
    steps.end();
  } catch (error) {
    steps.end(false);
    throw error;
  }
}
