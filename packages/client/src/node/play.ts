import { type Clock, systemClock } from '@earshot/lifetime';
import { framesOf, type Pcm } from './pcm.ts';
import type { PcmMicrophone } from './pcm-microphone.ts';

/** After a pause of the process this many frames are caught up with; the rest is skipped. */
const maxFramesAtOnce = 10;

interface PlayOptions {
  /** Begins again at the end, until the signal aborts. */
  loop?: boolean;
  /** Ends it early, without an error. */
  signal?: AbortSignal;
  clock?: Clock;
}

/** Says a piece of sound into a microphone, in real time. Resolves when it has been said. */
export function play(
  pcm: Pcm,
  microphone: Pick<PcmMicrophone, 'push'>,
  { loop = false, signal, clock = systemClock }: PlayOptions = {},
): Promise<void> {
  const frames = [...framesOf(pcm)];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const startMs = clock.nowMs();
  let said = 0;
  // Timers are late by a little each time: what is due is counted from the beginning.
  const sayWhatIsDue = () => {
    const due = Math.floor((clock.nowMs() - startMs) / 10) + 1;
    said = Math.max(said, due - maxFramesAtOnce);
    for (; said < due; said += 1) {
      const frame = frames[loop ? said % frames.length : said];
      if (!frame) return resolve();
      microphone.push(frame);
    }
  };
  const stop = clock.every(10, () => {
    try {
      sayWhatIsDue();
    } catch (error) {
      reject(error);
    }
  });
  const abort = () => resolve();
  if (signal?.aborted || frames.length === 0) resolve();
  signal?.addEventListener('abort', abort, { once: true });
  return promise.finally(() => {
    stop();
    signal?.removeEventListener('abort', abort);
  });
}
