import { expect, test } from '@jest/globals';
import { Problem } from './problem.mjs';
import { runStages } from './run-stages.mjs';
import { tallyCheck } from './tally.mjs';

const stage = (title, more = {}) => ({
  title,
  groups: [],
  needs: [],
  command: [title.toLowerCase()],
  limitMinutes: 1,
  tally: (_report, exitCode) => tallyCheck(exitCode),
  ...more,
});

async function runAll(stages, { codes = {}, prepare = {} } = {}) {
  const ran = [];
  const printed = [];
  const run = async ({ title }) => {
    ran.push(title);
    return codes[title] ?? 0;
  };
  const succeeded = await runStages(stages, { run, prepare, print: (line) => printed.push(line) });
  return { succeeded, ran, lines: printed.join('\n').split('\n') };
}

test('the sum is the last line', async () => {
  const { succeeded, lines } = await runAll([stage('Lint'), stage('Types')]);
  expect(succeeded).toBe(true);
  expect(lines.at(-1)).toBe('2 passed, 0 failed');
});

test('stages after a failed one still run', async () => {
  const { succeeded, ran, lines } = await runAll([stage('Lint'), stage('Types')], { codes: { Lint: 1 } });
  expect(succeeded).toBe(false);
  expect(ran).toEqual(['Lint', 'Types']);
  expect(lines.at(-1)).toBe('1 passed, 1 failed');
});

test('a stage that builds on a failed one fails without running', async () => {
  const stages = [stage('Pages'), stage('Journeys', { after: 'Pages' })];
  const { ran, lines } = await runAll(stages, { codes: { Pages: 1 } });
  expect(ran).toEqual(['Pages']);
  expect(lines).toContainEqual(expect.stringMatching(/^✗ Journeys: .* \(not run, Pages failed\)$/));
  expect(lines.at(-1)).toBe('0 passed, 2 failed');
});

test('a stage whose set-up fails says why and counts as failed', async () => {
  const worker = () => Promise.reject(new Problem('Type apt-get.'));
  const stages = [stage('Unit', { needs: ['worker'] }), stage('Pages')];
  const { ran, lines } = await runAll(stages, { prepare: { worker } });
  expect(ran).toEqual(['Pages']);
  expect(lines).toContain('Type apt-get.');
  expect(lines.at(-1)).toBe('1 passed, 1 failed');
});

test('an interruption ends the whole run', async () => {
  const worker = () => Promise.reject(new Error('stopped'));
  const stages = [stage('Unit', { needs: ['worker'] }), stage('Pages')];
  await expect(runAll(stages, { prepare: { worker } })).rejects.toThrow('stopped');
});

test('a stage that was to leave a report and left none has failed', async () => {
  const tally = (report) => ({ passed: 0, failed: report === undefined ? 1 : 0 });
  const { lines } = await runAll([stage('Unit', { report: '/no/such/report.json', tally })]);
  expect(lines.at(-1)).toBe('0 passed, 1 failed');
});
