import { ManualClock } from '@earshot/lifetime';
import { findWorker } from '@earshot/mediasoup-worker';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { types as mediasoup } from 'mediasoup';
import { until } from '../../testing/until.ts';
import { endWorkerProcess, killWorkerProcess, startWorkerProcess } from './worker-process.ts';
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

test('killing a worker whose end nobody has heard of yet is no fault', async () => {
  const [worker] = workers.map((each) => each.worker) as [mediasoup.Worker];
  process.kill(worker.pid, 'SIGKILL');
  await until(
    () => worker.died,
    (died) => died,
  );
  // As it was the moment before: the process is gone, and mediasoup does not know.
  expect(() =>
    killWorkerProcess({ pid: worker.pid, subprocessClosed: false } as mediasoup.Worker),
  ).not.toThrow();
});
