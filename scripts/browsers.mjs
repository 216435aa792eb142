import { existsSync } from 'node:fs';
import { installPackages } from './debian-packages.mjs';
import { isExpected, Problem } from './problem.mjs';

const debianChromium = '/usr/bin/chromium';
/** The same without what windows need. `packages/bench/src/chromium.ts` finds it there. */
const debianShell = '/usr/bin/chromium-headless-shell';

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
export async function prepareChromium(script) {
  await prepareBrowser(script, {
    variable: 'CHROMIUM_BIN',
    // Without a font of its own, Debian's Chromium shows no text.
    program: { name: 'chromium', path: debianChromium, with: ['fonts-liberation'] },
    others: [],
  });
  if (script.env.CHROMIUM_BIN !== debianChromium || existsSync(debianShell)) return;
  const why = { purpose: 'test in browsers that start quickly', otherwise: '' };
  try {
    await installPackages(['chromium-headless-shell'], why, script);
  } catch (error) {
    if (!isExpected(error)) throw error;
    script.steps.note('Without chromium-headless-shell the whole Chromium does its work, and takes longer.');
  }
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
  const otherwise = `Install them; ${variable} names a browser in another place.`;
  if (missing.length > 0) await installPackages(missing, { purpose: 'test in a browser', otherwise }, script);
  env[variable] = named || program.path;
}
