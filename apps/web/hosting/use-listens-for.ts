import { useEffect, useMemo, useState } from 'react';
import { useSnapshot } from '../room/inside.tsx';
import { shownMs } from './shown-time.ts';

/** How long one still only listens because one is new here, to be shown, in milliseconds; undefined: one does not. */
export function useListensFor(): number | undefined {
  const listensForMs = useSnapshot(({ self }) => self.listensForMs);
  // The server says how long it is from the moment it says so: clocks need not agree.
  const endsAtMs = useMemo(
    () => (listensForMs === undefined ? undefined : performance.now() + listensForMs),
    [listensForMs],
  );
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    if (endsAtMs === undefined) return;
    setNowMs(performance.now());
    const timer = setInterval(() => setNowMs(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, [endsAtMs]);
  return endsAtMs === undefined ? undefined : shownMs(endsAtMs - nowMs);
}
