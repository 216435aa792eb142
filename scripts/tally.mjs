/**
 * @typedef {object} Count what a stage of the tests came to
 * @property {number} passed
 * @property {number} failed
 * @property {string} [remark] what the numbers alone do not say
 */

/**
 * A stage that is one test by itself.
 * @param {number} exitCode
 * @returns {Count}
 */
export function tallyCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string | undefined} report the text of Jest's --json file
 * @param {number} exitCode
 * @returns {Count}
 */
export function tallyJest(report, exitCode) {
  const result = parse(report);
  if (!result) return noReport(exitCode);
  // A file that cannot even be loaded has no tests that could fail.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return judge(remembering({ passed: result.numPassedTests, failed }, triedAgain(result)), exitCode);
}

function triedAgain({ testResults = [] }) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  return tests.filter(({ status, invocations }) => status === 'passed' && invocations > 1).length;
}

function remembering(count, triedAgain) {
  return triedAgain > 0 ? { ...count, remark: `${triedAgain} of them only when tried again` } : count;
}

/**
 * @param {string | undefined} report the text of Playwright's JSON report
 * @param {number} exitCode
 * @returns {Count}
 */
export function tallyPlaywright(report, exitCode) {
  const result = parse(report);
  if (!result) return noReport(exitCode);
  const { expected, flaky, unexpected } = result.stats;
  // Errors outside any test: a file that cannot be loaded, a server that does not start.
  const count = { passed: expected + flaky, failed: unexpected + result.errors.length };
  return judge(remembering(count, flaky), exitCode);
}

/** @param {readonly Count[]} counts */
export function total(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  return { passed, failed, line: `${passed} passed, ${failed} failed` };
}

function judge(count, exitCode) {
  if (count.passed + count.failed === 0) return { passed: 0, failed: 1, remark: 'it ran no test' };
  if (exitCode === 0 || count.failed > 0) return count;
  return { ...count, failed: 1, remark: `every test passed, yet it ended with code ${exitCode}` };
}

function noReport(exitCode) {
  return { passed: 0, failed: 1, remark: `it ended with code ${exitCode} and left no report` };
}

function parse(report) {
  try {
    return JSON.parse(report);
  } catch {
    return undefined;
  }
}
