import { enter } from './enter.mjs';
import { prepareWorker } from './worker.mjs';

// The path is on standard output, for images and scripts that want the binary alone.
await enter(
  async (script) => {
    console.log(await prepareWorker(script));
    return 0;
  },
  { stream: process.stderr },
);
