import { prepareChromium } from './browsers.mjs';
import { runInFront } from './command.mjs';
import { enter } from './enter.mjs';
import { buildWeb } from './web.mjs';
import { prepareWorker } from './worker.mjs';

// The report is on standard output, so the steps go to the other.
const args = process.argv.slice(2);
/** Whoever only asks what there is does not wait for a browser and a build. */
const asks = args.length === 0 || args.includes('--help') || args.includes('-h');

await enter(
  async (script) => {
    if (!asks) {
      await prepareChromium(script);
      await prepareWorker(script);
      await buildWeb(script);
    }
    return runInFront([script.node, 'packages/bench/src/main.ts', ...args], script);
  },
  { stream: process.stderr },
);
