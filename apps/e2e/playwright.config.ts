import { freePort } from '@earshot/bench/free-port';
import { defineConfig } from '@playwright/test';
import { operatorToken } from './src/operator.ts';

// Playwright reads this file in every one of its processes; the first one chooses, the others inherit.
process.env.E2E_PORT ??= String(await freePort());
const origin = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  // Each journey starts several browsers with sound. Those that measure milliseconds are tagged `@alone`: they
  // run one at a time, and `npm test` runs the others two at a time.
  workers: 1,
  // Those of one file share nothing either: in a row, the long ones of the last file would end the run with a core idle.
  fullyParallel: true,
  // Long enough for a machine at a third of its speed; whoever waits for ever is found out all the same.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // A machine that tests is shared: what passes only when tried again is said in the sum.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: { baseURL: origin },
  webServer: {
    command: 'node ../server/src/main.ts',
    url: `${origin}/readyz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: {
      PORT: process.env.E2E_PORT,
      HOST: '127.0.0.1',
      RTC_PORT: '0',
      WORKERS: '2',
      LOG_LEVEL: 'warn',
      DATA_DIR: ':memory:',
      OPERATOR_TOKEN: operatorToken,
    },
  },
});
