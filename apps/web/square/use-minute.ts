import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let minuteMs = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    minuteMs = Date.now();
    for (const each of listeners) each();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** About what time it is, in milliseconds since the Unix epoch: one timer for all who say how long something lasts. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => {
    minuteMs ||= Date.now();
    return minuteMs;
  });
}
