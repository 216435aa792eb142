import { useEffect, useState } from 'react';

/** So long at most; browsers that tell no idleness (Safari) get a moment to draw. */
const calmWithinMs = 1_000;
const moment = 100;

/** Calls back once the page has drawn itself and has nothing to do. Returns its undo. */
export function whenCalm(callback: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(callback, moment);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(callback, { timeout: calmWithinMs });
  return () => cancelIdleCallback(handle);
}

/** False until then: for what is not needed at first sight. */
export function useCalm(): boolean {
  const [calm, setCalm] = useState(false);
  useEffect(() => whenCalm(() => setCalm(true)), []);
  return calm;
}
