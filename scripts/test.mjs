import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareChromium } from './chromium.mjs';
import { runShown } from './command.mjs';
import { enter } from './enter.mjs';
import { Problem } from './problem.mjs';
import { duration } from './steps.mjs';
import { total } from './tally.mjs';
import { chooseStages, testStages } from './test-stages.mjs';
import { prepareWorker } from './worker.mjs';

await enter(async (script) => {
  const [group, ...args] = process.argv.slice(2);
  const reports = mkdtempSync(path.join(tmpdir(), 'earshot-test-'));
  try {
    const all = testStages(reports);
    const stages = chooseStages(all, group);
    if (stages.length === 0) {
      const groups = [...new Set(all.flatMap((stage) => stage.groups))];
      throw new Problem(
        `There are no "${group}" tests. Name one of ${groups.join(', ')}, or nothing for all.`,
      );
    }
    return await runStages(stages, args, script);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});

async function runStages(stages, args, script) {
  const needs = new Set(stages.flatMap((stage) => stage.needs));
  if (needs.has('chromium')) await prepareChromium(script);
  if (needs.has('worker')) await prepareWorker(script);
  const results = [];
  for (const stage of stages) results.push(await runStage(stage, args, script));
  console.log('');
  for (const { title, ms, count } of results) console.log(line(title, ms, count));
  const sum = total(results.map(({ count }) => count));
  console.log(`\n${sum.line}`);
  return sum.failed === 0 ? 0 : 1;
}

async function runStage(stage, args, { signal, env }) {
  const { title, command, limitMinutes, takesArguments, report, variables, tally } = stage;
  console.log(`\n━━ ${title}: ${command[0]}\n`);
  const since = Date.now();
  const exitCode = await runShown(takesArguments ? [...command, ...args] : command, {
    signal,
    timeoutMs: limitMinutes * 60_000,
    env: { ...env, ...variables },
  });
  const ms = Date.now() - since;
  const count = tally(readReport(report), exitCode);
  const late = ms >= limitMinutes * 60_000 ? { remark: `ended after ${limitMinutes} minutes` } : {};
  const result = { title, ms, count: { ...count, ...late } };
  console.log(`\n${line(title, ms, result.count)}`);
  return result;
}

function line(title, ms, { passed, failed, remark }) {
  const words = `${failed === 0 ? '✓' : '✗'} ${title}: ${passed} passed, ${failed} failed, ${duration(ms)}`;
  return remark ? `${words} (${remark})` : words;
}

function readReport(file) {
  try {
    return file && readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
