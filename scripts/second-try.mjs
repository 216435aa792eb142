import { expect, jest } from '@jest/globals';

/** Tests with real sockets and media. Those that draw lots are left out: a second try would draw other ones. */
const live = /[/](apps[/](e2e|server)|packages[/]bench)[/]/;
const drawsLots = /(fuzz|microphone-rule|rooms[/]data[/]data)[.]test[.]ts$/;

// A machine that tests is shared, and real media have deadlines. What passes only now is said in the sum.
const file = expect.getState().testPath ?? '';
if (process.env.CI && live.test(file) && !drawsLots.test(file)) {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
}
