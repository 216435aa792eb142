import { describe, expect, test } from '@jest/globals';
import { tallyCheck, tallyJest, tallyPlaywright, total } from './tally.mjs';

test('a check is one test', () => {
  expect(tallyCheck(0)).toEqual({ passed: 1, failed: 0 });
  expect(tallyCheck(2)).toEqual({ passed: 0, failed: 1 });
});

describe('tallyJest', () => {
  const report = (numPassedTests, numFailedTests, numRuntimeErrorTestSuites = 0) =>
    JSON.stringify({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites });

  test('counts tests, and a file that cannot be loaded as a failed one', () => {
    expect(tallyJest(report(10, 0), 0)).toEqual({ passed: 10, failed: 0 });
    expect(tallyJest(report(10, 2, 1), 1)).toEqual({ passed: 10, failed: 3 });
  });

  test('says how many passed at second try only', () => {
    const assertionResults = [
      { status: 'passed', invocations: 1 },
      { status: 'passed', invocations: 2 },
      { status: 'failed', invocations: 2 },
    ];
    const text = JSON.stringify({ ...JSON.parse(report(2, 1)), testResults: [{ assertionResults }] });
    expect(tallyJest(text, 1)).toEqual({ passed: 2, failed: 1, remark: '1 of them only when tried again' });
  });

  test('no test is a failure, and so is an exit code that no test explains', () => {
    expect(tallyJest(report(0, 0), 0)).toMatchObject({ passed: 0, failed: 1, remark: 'it ran no test' });
    expect(tallyJest(report(10, 0), 1)).toMatchObject({ passed: 10, failed: 1 });
  });

  test.each([undefined, '', '{"numPa'])('a report of %j is a failure', (text) => {
    expect(tallyJest(text, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('tallyPlaywright', () => {
  const report = (expected, unexpected = 0, { flaky = 0, errors = [] } = {}) =>
    JSON.stringify({ stats: { expected, unexpected, flaky, skipped: 3 }, errors });

  test('counts tests without the skipped ones', () => {
    expect(tallyPlaywright(report(7), 0)).toEqual({ passed: 7, failed: 0 });
    expect(tallyPlaywright(report(7, 2), 1)).toEqual({ passed: 7, failed: 2 });
  });

  test('says how many passed at second try only', () => {
    expect(tallyPlaywright(report(6, 0, { flaky: 1 }), 0)).toEqual({
      passed: 7,
      failed: 0,
      remark: '1 of them only when tried again',
    });
  });

  test('an error outside any test is a failure', () => {
    expect(tallyPlaywright(report(0, 0, { errors: [{}] }), 1)).toEqual({ passed: 0, failed: 1 });
  });
});

test('the total is one line', () => {
  const counts = [
    { passed: 1, failed: 0 },
    { passed: 40, failed: 2 },
  ];
  expect(total(counts)).toEqual({ passed: 41, failed: 2, line: '41 passed, 2 failed' });
});
