'use client';

import { useEffect } from 'react';

/** Registers the worker that shows our offline page, when the page has nothing better to do. */
export function OfflineWorker() {
  useEffect(() => {
    const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
    if (process.env.NODE_ENV !== 'production' || !window.isSecureContext || !serviceWorker) return;
    const register = () => void serviceWorker.register('/sw.js').catch(() => {});
    // Not among the first requests of a page: those are somebody on the way into a room.
    const timer = setTimeout(register, registerAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return null;
}

const registerAfterMs = 3_000;
