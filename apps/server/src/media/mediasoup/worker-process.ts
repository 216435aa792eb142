import { withDeadline } from '@earshot/lifetime';
import { createWorker, type types as mediasoup } from 'mediasoup';

/**
 * What follows from the end of a worker waits this long. Where a terminal or a service manager ends the whole
 * group of processes, a worker may be gone before this process has heard that it shall stop, too.
 */
export const settleMs = 50;

/** How long a worker may take to end by itself. */
const endWithinMs = 2_000;

export async function startWorkerProcess(workerBin: string): Promise<mediasoup.Worker> {
  const worker = await createWorker({ workerBin, logLevel: 'warn' });
  leaveSignalsAlone(worker);
  return worker;
}

/** Closes a worker and waits for its process, which is killed if it does not go by itself. */
export async function endWorkerProcess(worker: mediasoup.Worker): Promise<void> {
  if (worker.subprocessClosed) return;
  const gone = new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
  worker.close();
  const kill = () => killWorkerProcess(worker);
  await withDeadline(gone, { what: 'the end of a media worker', limitMs: endWithinMs }).catch(kill);
}

/** Kills a worker's process; one that has ended by itself just now is what was wanted. */
export function killWorkerProcess({ pid, subprocessClosed }: mediasoup.Worker): void {
  if (subprocessClosed) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // mediasoup hears of the end a little later than the system forgets the process.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * mediasoup closes each worker at the first SIGINT or SIGTERM, before anyone could be told: members would
 * hear of a lost worker where the server is stopping. Whoever closes the pool decides instead.
 */
function leaveSignalsAlone(worker: mediasoup.Worker): void {
  const { onSignal } = worker as unknown as { onSignal: (signal: NodeJS.Signals) => void };
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
}
