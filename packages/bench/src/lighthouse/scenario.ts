import { launchChromium } from '../chromium.ts';
import { freePort } from '../free-port.ts';
import { percentile } from '../percentile.ts';
import type { Scenario } from '../scenario.ts';
import { ServerProcess } from '../server-process.ts';
import { within } from '../within.ts';
import type { Audit } from './audit.ts';

const defaultRuns = 3;
const auditWithinMs = 90_000;
const pages = { home: '/', lobby: '/r/bench' } as const;

export const lighthouse: Scenario = {
  summary: 'Lighthouse on home and lobby, as a phone on slow 4G: the median of each score',

  async run({ runs = defaultRuns, signal, note }) {
    note('Starting a server and Chromium …');
    // A second's work, which the other scenarios do not need.
    const { audit } = await import('./audit.ts');
    await using server = await ServerProcess.start({ signal });
    const port = await freePort();
    await using _browser = await launchChromium([`--remote-debugging-port=${port}`]);
    const results: Record<string, ReturnType<typeof middle>> = {};
    for (const [name, path] of Object.entries(pages)) {
      const audits: Audit[] = [];
      while (audits.length < runs) {
        const work = audit(server.url + path, port);
        const one = await within(work, { what: `Lighthouse on ${name}`, limitMs: auditWithinMs, signal });
        audits.push(one);
        const { performance, accessibility } = one.scores;
        note(
          `${name}, run ${audits.length} of ${runs}: performance ${performance}, accessibility ${accessibility}`,
        );
      }
      results[name] = middle(audits);
    }
    return {
      figures: { ...results, runs },
      lines: Object.entries(results).map(
        ([name, { performance, accessibility, faults }]) =>
          `${name.padEnd(8)} performance ${performance}, accessibility ${accessibility}${faults.map((fault) => `\n         ${fault}`).join('')}`,
      ),
    };
  },
};

function middle(audits: readonly Audit[]) {
  const median = (read: (one: Audit) => number) => percentile(audits.map(read), 50);
  const performance = median(({ scores }) => scores.performance);
  const one = audits.find(({ scores }) => scores.performance === performance);
  return {
    performance,
    accessibility: median(({ scores }) => scores.accessibility),
    timings: one?.timings ?? {},
    faults: one?.faults ?? [],
  };
}
