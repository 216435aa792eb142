import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareChromium, prepareFirefox } from './browsers.mjs';
import { prepareCapture } from './capture.mjs';
import { runShown } from './command.mjs';
import { enter } from './enter.mjs';
import { Problem } from './problem.mjs';
import { runStages } from './run-stages.mjs';
import { chooseStages, testStages } from './test-stages.mjs';
import { prepareWorker } from './worker.mjs';

await enter(async (script) => {
  const [group, ...args] = process.argv.slice(2);
  const reports = mkdtempSync(path.join(tmpdir(), 'earshot-test-'));
  try {
    const stages = choose(testStages(reports), group);
    const { signal, env } = script;
    const succeeded = await runStages(stages, {
      run: ({ command, takesArguments, limitMinutes, variables }) =>
        runShown(takesArguments ? [...command, ...args] : command, {
          signal,
          timeoutMs: limitMinutes * 60_000,
          // Servers are started by the dozen, each from some 300 files of TypeScript: the first one prepares them for all.
          env: { NODE_COMPILE_CACHE: path.join(reports, 'compiled'), ...env, ...variables },
        }),
      prepare: {
        worker: () => prepareWorker(script),
        capture: () => prepareCapture(script),
        chromium: () => prepareChromium(script),
        firefox: () => prepareFirefox(script),
      },
      print: console.log,
    });
    return succeeded ? 0 : 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});

function choose(all, group) {
  const stages = chooseStages(all, group);
  if (stages.length > 0) return stages;
  const groups = [...new Set(all.flatMap((stage) => stage.groups))];
  throw new Problem(`There are no "${group}" tests. Name one of ${groups.join(', ')}, or nothing for all.`);
}
