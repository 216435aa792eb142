import { Problem } from './problem.mjs';
import { reportTo } from './worker.mjs';

/**
 * Installs Debian packages, asking nothing.
 * @param {readonly string[]} packages
 * @param {{ purpose: string, otherwise: string }} what they are for, as it follows "to", and what to do where there is
 * no apt, as a sentence after their names
 * @param {import('./enter.mjs').Script} script
 */
export async function installPackages(packages, { purpose, otherwise }, { steps, signal }) {
  const { aptInstall, hasApt } = await import('../packages/mediasoup-worker/src/apt.ts');
  if (!hasApt()) throw new Problem(`Missing: ${packages.join(', ')}. ${otherwise}`);
  try {
    await aptInstall({ packages, purpose, signal, report: reportTo(steps) });
    steps.end();
  } catch (error) {
    steps.end(false);
    throw error;
  }
}
