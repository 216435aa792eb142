import { existsSync } from 'node:fs';
import { Problem } from './problem.mjs';
import { reportTo } from './worker.mjs';

const debianChromium = '/usr/bin/chromium';

/** What the Firefox tests use, by a program of each package: a network, a sound card and a screen of their own. */
const firefoxPackages = [
  { name: 'iproute2', programs: ['/usr/sbin/ip', '/sbin/ip'] },
  { name: 'util-linux', programs: ['/usr/bin/unshare'] },
  { name: 'pulseaudio', programs: ['/usr/bin/pulseaudio'] },
  { name: 'xvfb', programs: ['/usr/bin/Xvfb'] },
  { name: 'pulseaudio-utils', programs: ['/usr/bin/parec'] },
];

/**
 * Sees to it that there is a Chromium, and names it to the processes started from now on.
 * @param {import('./enter.mjs').Script} script
 */
export function prepareChromium(script) {
  return prepareBrowser(script, {
    variable: 'CHROMIUM_BIN',
    // Without a font of its own, Debian's Chromium shows no text.
    program: { name: 'chromium', path: debianChromium, with: ['fonts-liberation'] },
    others: [],
  });
}

/**
 * Sees to it that there is a Firefox with what its tests need, and names it to the processes started from
 * now on.
 * @param {import('./enter.mjs').Script} script
 */
export function prepareFirefox(script) {
  return prepareBrowser(script, {
    variable: 'FIREFOX_BIN',
    program: { name: 'firefox-esr', path: '/usr/bin/firefox-esr', with: [] },
    others: firefoxPackages,
  });
}

async function prepareBrowser(script, { variable, program, others }) {
  const { env } = script;
  const named = env[variable];
  if (named && !existsSync(named)) throw new Problem(`${variable} is set to ${named}, which does not exist.`);
  const missing = others.filter(({ programs }) => !programs.some(existsSync)).map(({ name }) => name);
  if (!named && !existsSync(program.path)) missing.push(program.name, ...program.with);
  if (missing.length > 0) await install(missing, { ...script, variable });
  env[variable] = named || program.path;
}

async function install(packages, { steps, signal, variable }) {
  const { aptInstall, hasApt } = await import('../packages/mediasoup-worker/src/apt.ts');
  if (!hasApt()) {
    const names = packages.join(', ');
    throw new Problem(`Missing: ${names}. Install them; ${variable} names a browser in another place.`);
  }
  try {
    await aptInstall({ packages, purpose: 'test in a browser', signal, report: reportTo(steps) });
    steps.end();
  } catch (error) {
    steps.end(false);
    throw error;
  }
}
