import { readFileSync } from 'node:fs';
import { isExpected } from './problem.mjs';
import { duration } from './steps.mjs';
import { total } from './tally.mjs';

/**
 * @typedef {object} Means what stages are run with
 * @property {(stage: import('./test-stages.mjs').Stage) => Promise<number>} run answers the exit code
 * @property {Record<string, () => Promise<unknown>>} prepare by the names in a stage's `needs`
 * @property {(line: string) => void} print
 */

/**
 * Runs every stage, whatever became of the ones before, and prints the sum last.
 * @param {readonly import('./test-stages.mjs').Stage[]} stages
 * @param {Means} means
 * @returns {Promise<boolean>} whether nothing failed
 */
export async function runStages(stages, means) {
  const results = [];
  for (const stage of stages) {
    means.print(`\n━━ ${stage.title}: ${stage.command[0]}\n`);
    const broken = results.find(({ title, count }) => title === stage.after && count.failed > 0);
    const since = Date.now();
    const count = broken ? notRun(`${broken.title} failed`) : await runStage(stage, means);
    const result = { title: stage.title, count, ms: Date.now() - since };
    results.push(result);
    means.print(`\n${line(result)}`);
  }
  const sum = total(results.map(({ count }) => count));
  means.print(`\n━━ All\n\n${results.map(line).join('\n')}\n\n${sum.line}`);
  return sum.failed === 0;
}

async function runStage(stage, { run, prepare, print }) {
  try {
    for (const need of stage.needs) await prepare[need]();
  } catch (error) {
    if (!isExpected(error)) throw error;
    print(error.message);
    return notRun('its set-up failed');
  }
  const since = Date.now();
  const exitCode = await run(stage);
  const count = stage.tally(readReport(stage.report), exitCode);
  const tooLate = Date.now() - since >= stage.limitMinutes * 60_000;
  return tooLate ? { ...count, remark: `ended at its limit of ${stage.limitMinutes} minutes` } : count;
}

function notRun(why) {
  return { passed: 0, failed: 1, remark: `not run, ${why}` };
}

function line({ title, ms, count: { passed, failed, remark } }) {
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
