import { prepareChromium } from './browsers.mjs';
import { runInFront } from './command.mjs';
import { enter } from './enter.mjs';
import { buildWeb } from './web.mjs';
import { prepareWorker } from './worker.mjs';

// The report is on standard output, so the steps go to the other.
await enter(
  async (script) => {
    await prepareChromium(script);
    await prepareWorker(script);
    await buildWeb(script);
    return runInFront([script.node, 'packages/bench/src/main.ts', ...process.argv.slice(2)], script);
  },
  { stream: process.stderr },
);
