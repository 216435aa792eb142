const secondMs = 1_000;
const minuteMs = 60_000;

/** Time that is left as it is shown: in whole minutes, the last one in seconds, and never less than there is. */
export function shownMs(leftMs: number): number {
  const unitMs = leftMs > minuteMs ? minuteMs : secondMs;
  return Math.max(unitMs, Math.ceil(leftMs / unitMs) * unitMs);
}
