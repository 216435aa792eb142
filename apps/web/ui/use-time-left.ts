import { useEffect, useState } from 'react';

/** Milliseconds until a moment (since the Unix epoch), in whole seconds, told anew each second; 0 once it is over. */
export function useTimeLeft(untilMs: number | undefined): number {
  const left = () =>
    untilMs === undefined ? 0 : Math.max(0, Math.ceil((untilMs - Date.now()) / 1_000) * 1_000);
  const [leftMs, setLeftMs] = useState(left);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` follows from it.
  useEffect(() => {
    setLeftMs(left());
    if (untilMs === undefined) return;
    const timer = setInterval(() => {
      setLeftMs(left());
      if (left() === 0) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [untilMs]);
  return leftMs;
}
