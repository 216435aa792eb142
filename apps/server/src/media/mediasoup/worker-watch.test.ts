import { ManualClock } from '@earshot/lifetime';
import { findWorker } from '@earshot/mediasoup-worker';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { types as mediasoup } from 'mediasoup';
import { until } from '../../testing/until.ts';
import { endWorkerProcess, startWorkerProcess } from './worker-process.ts';
import { watchWorkers } from './worker-watch.ts';

let workers: { worker: mediasoup.Worker }[];
beforeEach(async () => {
  const start = () => startWorkerProcess(findWorker() ?? '');
  workers = (await Promise.all([start(), start()])).map((worker) => ({ worker }));
});
afterEach(async () => {
  await Promise.all(workers.map(({ worker }) => endWorkerProcess(worker)));
});

const [askEveryMs, answerWithinMs] = [5_000, 10_000];
const answers = () => Promise.all(workers.map(({ worker }) => worker.getResourceUsage()));

test('a worker that hangs is killed, and one that answers is left alone', async () => {
  const clock = new ManualClock();
  const cancel = watchWorkers({ workers }, clock);
  const [hanging, healthy] = workers.map(({ worker }) => worker);
  process.kill(hanging?.pid ?? 0, 'SIGSTOP');
  clock.advance(askEveryMs);
  await healthy?.getResourceUsage();
  clock.advance(answerWithinMs);
  await until(
    () => hanging?.died,
    (died) => died === true,
  );
  expect(healthy?.closed).toBe(false);
  cancel();
});

test('after this process itself was asleep, the answers that lie there are read before anybody is judged', async () => {
  const clock = new ManualClock();
  const cancel = watchWorkers({ workers }, clock);
  clock.advance(askEveryMs);
  // The workers answer, and nobody reads it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  clock.advance(answerWithinMs);
  await answers();
  await new Promise(setImmediate);
  await answers();
  expect(workers.map(({ worker }) => worker.closed)).toEqual([false, false]);
  cancel();
});
