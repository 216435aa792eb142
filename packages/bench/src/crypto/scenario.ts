import type { Page } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { percentile } from '../percentile.ts';
import type { Scenario } from '../scenario.ts';
import { within } from '../within.ts';
import { measureDerivation } from './derivation.ts';
import { type CryptoFigures, measureCrypto } from './measure.ts';
import { SourceServer } from './source-server.ts';

const defaultRuns = 7;
const withinMs = 120_000;
const mib = 2 ** 20;

/** The worker as the browser is asked for it. */
const workerPath = '/packages/bench/src/crypto/crypto-worker.ts';

export const crypto: Scenario = {
  summary: 'what the secrets of a private room cost: passwords, puzzles, frames',

  async run({ runs = defaultRuns, signal, note }) {
    note('Measuring in Node …');
    const before = process.memoryUsage.rss();
    const node = await within(measureCrypto(runs), { what: 'Node', limitMs: withinMs, signal });
    const nodeMemoryMib = Math.round((process.resourceUsage().maxRSS * 1_024 - before) / mib);
    note('Measuring in a worker of Chromium …');
    await using stack = new AsyncDisposableStack();
    const server = stack.use(await SourceServer.start());
    const browser = stack.use(await launchChromium());
    const page = await browser.newPage();
    await page.goto(server.url);
    // First, while the page's process has held nothing else yet.
    const derivation = await within(measureDerivation({ browser, page }, runs), {
      what: 'a page of Chromium',
      limitMs: withinMs,
      signal,
    });
    const chromium = await within(measureInWorker(page, runs), {
      what: 'Chromium',
      limitMs: withinMs,
      signal,
    });
    const inNode = summary(node, nodeMemoryMib);
    const inChromium = summary(chromium.figures, Math.round(chromium.memoryBytes / mib));
    return {
      figures: { node: inNode, chromium: { ...inChromium, derivation }, runs },
      lines: [
        line('Node', inNode),
        line('Chromium, in a worker', inChromium),
        `Chromium, as a room's page derives a key: p50 ${derivation.p50Ms} ms, p95 ${derivation.p95Ms} ms, ${derivation.peakMib} MiB at the peak`,
      ],
    };
  },
};

/** Memory is what the worker holds after its last run, WebAssembly's included; before it is subtracted. */
async function measureInWorker(
  page: Page,
  runs: number,
): Promise<{ figures: CryptoFigures; memoryBytes: number }> {
  return page.evaluate(
    async ({ path, runs }) => {
      const { promise, resolve, reject } = Promise.withResolvers<CryptoFigures>();
      const memory = async () => {
        const { bytes } = await (
          performance as unknown as { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }
        ).measureUserAgentSpecificMemory();
        return bytes;
      };
      const before = await memory();
      const worker = new Worker(path, { type: 'module' });
      worker.addEventListener('error', (event) =>
        reject(new Error(event.message || 'the worker did not load')),
      );
      worker.addEventListener('message', ({ data }) => {
        if (data.figures) resolve(data.figures);
        else reject(new Error(data.failed));
      });
      worker.postMessage(runs);
      const figures = await promise;
      const memoryBytes = (await memory()) - before;
      worker.terminate();
      return { figures, memoryBytes };
    },
    { path: workerPath, runs },
  );
}

type Summary = ReturnType<typeof summary>;

function summary({ argon2Ms, ...others }: CryptoFigures, memoryMib: number) {
  const argon2 = { p50Ms: percentile(argon2Ms, 50), p95Ms: percentile(argon2Ms, 95), memoryMib };
  return { argon2, ...others };
}

function line(
  where: string,
  { argon2, sealUs, openUs, addedBytesPerFrame, addedKbps, puzzleMs }: Summary,
): string {
  return [
    `${where}: a password p50 ${argon2.p50Ms} ms, p95 ${argon2.p95Ms} ms, ${argon2.memoryMib} MiB`,
    `puzzles ${puzzleMs.easiest} to ${puzzleMs.hardest} ms`,
    `a frame sealed in ${sealUs} µs, opened in ${openUs} µs, ${addedBytesPerFrame} bytes (${addedKbps} kbit/s) more`,
  ].join('; ');
}
