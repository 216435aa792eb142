import { runInFront } from './command.mjs';
import { enter } from './enter.mjs';
import { buildWeb } from './web.mjs';
import { prepareWorker } from './worker.mjs';

await enter(async (script) => {
  await prepareWorker(script);
  await buildWeb(script);
  return runInFront([script.node, 'apps/server/src/main.ts'], script);
});
