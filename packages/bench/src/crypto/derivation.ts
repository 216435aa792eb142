import type { Browser, Page } from 'playwright-core';
import { percentile } from '../percentile.ts';
import { RendererMemory } from './renderer-memory.ts';

/** What a room's page does with a password, worker and all. */
const modulePath = '/packages/client/src/browser/derive-in-worker.ts';

export interface DerivationFigures {
  /** From the asking to the key: the worker that is started for it, and the guess how long it will take, included. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** What the page's process takes at its peak, beyond what it took before: the most of all runs. */
  readonly peakMib: number;
  /** What that process took before, and at its peak, in that run. */
  readonly processMib: { readonly before: number; readonly peak: number };
}

/** @param page of a `SourceServer` */
export async function measureDerivation(
  { browser, page }: { browser: Browser; page: Page },
  runs: number,
): Promise<DerivationFigures> {
  const derive = () => page.evaluate(deriveOnce, modulePath);
  // The first one also loads and compiles, as it does for whoever comes in; memory is looked at in it, too.
  const memory = await RendererMemory.of(browser);
  const times: number[] = [];
  let most = { beforeMib: 0, peakMib: 0 };
  for (let run = 0; run < runs; run += 1) {
    const { result, ...seen } = await memory.during(derive);
    times.push(result);
    if (seen.peakMib - seen.beforeMib > most.peakMib - most.beforeMib) most = seen;
  }
  return {
    p50Ms: percentile(times, 50),
    p95Ms: percentile(times, 95),
    peakMib: Math.round(most.peakMib - most.beforeMib),
    processMib: { before: Math.round(most.beforeMib), peak: Math.round(most.peakMib) },
  };
}

/** In the page. @returns milliseconds */
async function deriveOnce(path: string): Promise<number> {
  const { deriveInWorker } = await import(path);
  const password = new TextEncoder().encode('correct horse battery staple');
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const beganMs = performance.now();
  await deriveInWorker({ password, salt });
  return Math.round(performance.now() - beganMs);
}
