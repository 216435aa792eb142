import { setImmediate as turn } from 'node:timers/promises';
import { type Clock, DeadlineError, type Undo, withDeadline } from '@earshot/lifetime';
import type { types as mediasoup } from 'mediasoup';
import { killWorkerProcess } from './worker-process.ts';

/** Each worker is asked for a sign of life this often. */
const askEveryMs = 5_000;

/** A worker that does not answer for this long hangs. Busy ones answer within milliseconds. */
const answerWithinMs = 10_000;

/**
 * Kills workers that hang: mediasoup waits for answers without end, and so would everyone who joins a room
 * there. The death is then noticed as any other. Returns its undo.
 */
export function watchWorkers(
  pool: { readonly workers: readonly { worker: mediasoup.Worker }[] },
  clock: Clock,
): Undo {
  return clock.every(askEveryMs, () => {
    for (const { worker } of pool.workers) void killIfHanging(worker, clock);
  });
}

async function killIfHanging(worker: mediasoup.Worker, clock: Clock): Promise<void> {
  let answered = false;
  const answer = worker.getResourceUsage().finally(() => {
    answered = true;
  });
  try {
    await withDeadline(answer, { what: 'an answer of a media worker', limitMs: answerWithinMs, clock });
  } catch (error) {
    if (!(error instanceof DeadlineError)) return;
    // Where this process itself was asleep, timers fire before the answers that lie there are read.
    for (let turns = 0; turns < 2; turns++) await turn();
    if (!answered) killWorkerProcess(worker);
  }
}
