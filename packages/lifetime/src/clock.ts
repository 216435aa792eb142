/** Cancels a timer; harmless when it has already fired. */
export type CancelTimer = () => void;

/** Time as our code sees it: monotonic, so that a changed wall clock moves no timer. */
export interface Clock {
  /** Milliseconds since an arbitrary start; never goes back. */
  nowMs(): number;
  /** Milliseconds since the Unix epoch, for stamps that people see. */
  wallMs(): number;
  after(delayMs: number, run: () => void): CancelTimer;
  every(intervalMs: number, run: () => void): CancelTimer;
}

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  every(intervalMs, run) {
    const timer = setInterval(run, intervalMs);
    return () => clearInterval(timer);
  },
};
