import { tallyCheck, tallyJest, tallyPlaywright } from './tally.mjs';
import { buildWebCommand } from './web.mjs';

/**
 * @typedef {object} Stage one part of `npm test`
 * @property {string} title
 * @property {readonly string[]} groups the names that choose it: `npm test -- <group>`
 * @property {readonly ('worker' | 'capture' | 'chromium' | 'firefox')[]} needs
 * @property {string} [after] the stage without which this one makes no sense
 * @property {readonly string[]} command
 * @property {number} limitMinutes
 * @property {string} [report] the file it reports to
 * @property {NodeJS.ProcessEnv} [variables] on top of the environment
 * @property {boolean} [takesArguments] whether what follows the group on the command line is for it
 * @property {(report: string | undefined, exitCode: number) => import('./tally.mjs').Count} tally
 */

const check = (_report, exitCode) => tallyCheck(exitCode);

/**
 * In the order in which they run, quick ones first.
 * @param {string} reports a directory for the reports
 * @returns {readonly Stage[]}
 */
export function testStages(reports) {
  return [
    {
      title: 'Format and lint',
      groups: ['lint'],
      needs: [],
      command: ['biome', 'check', '.'],
      limitMinutes: 5,
      tally: check,
    },
    {
      title: 'Types',
      groups: ['lint', 'types'],
      needs: [],
      command: ['turbo', 'run', 'typecheck', '--continue', '--output-logs=new-only', '--env-mode=loose'],
      limitMinutes: 10,
      tally: check,
    },
    {
      title: 'Unused code and dependencies',
      groups: ['lint', 'unused'],
      needs: [],
      command: ['knip'],
      limitMinutes: 5,
      tally: check,
    },
    {
      title: 'Web pages',
      // Some integration tests start the whole server, which serves them.
      groups: ['unit', 'alone', 'e2e', 'web', 'size'],
      needs: [],
      command: [...buildWebCommand, '--output-logs=new-only'],
      limitMinutes: 10,
      tally: check,
    },
    {
      title: 'Size of the first view',
      groups: ['size'],
      needs: [],
      after: 'Web pages',
      command: ['size-limit'],
      limitMinutes: 2,
      tally: check,
    },
    {
      title: 'Unit and integration tests',
      groups: ['unit'],
      needs: ['worker', 'capture'],
      after: 'Web pages',
      command: ['jest', '--ci', '--json', `--outputFile=${reports}/unit.json`],
      report: `${reports}/unit.json`,
      limitMinutes: 20,
      takesArguments: true,
      tally: tallyJest,
    },
    journeys(reports, {
      title: 'Journeys that measure, one at a time',
      group: 'alone',
      choice: ['--grep=@alone', '--workers=1'],
    }),
    journeys(reports, {
      title: 'Journeys in real browsers, two at a time',
      group: 'e2e',
      choice: ['--grep-invert=@alone', '--workers=2'],
    }),
  ];
}

/** @returns {Stage} */
function journeys(reports, { title, group, choice }) {
  const report = `${reports}/${group}.json`;
  return {
    title,
    groups: [group],
    needs: ['worker', 'chromium', 'firefox'],
    after: 'Web pages',
    command: [
      'playwright',
      'test',
      '--config=apps/e2e/playwright.config.ts',
      '--reporter=list,json',
      ...choice,
    ],
    report,
    variables: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    limitMinutes: 55,
    takesArguments: true,
    tally: tallyPlaywright,
  };
}

/**
 * @param {readonly Stage[]} stages
 * @param {string | undefined} group
 */
export function chooseStages(stages, group) {
  return group === undefined ? stages : stages.filter(({ groups }) => groups.includes(group));
}
