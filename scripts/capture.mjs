import { existsSync } from 'node:fs';
import { installPackages } from './debian-packages.mjs';

/** Where `apps/e2e/src/node/packet-capture.ts` looks for it. */
const dumpcap = '/usr/bin/dumpcap';

/**
 * Sees to it that tests can capture packets, as far as a program goes; the right to do so is the user's.
 * @param {import('./enter.mjs').Script} script
 */
export async function prepareCapture(script) {
  if (existsSync(dumpcap)) return;
  const otherwise = `Install it, so that there is ${dumpcap}.`;
  await installPackages(['wireshark-common'], { purpose: 'capture packets in tests', otherwise }, script);
}
