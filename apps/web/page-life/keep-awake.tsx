'use client';

import { useEffect } from 'react';
import { keepAwake, type WakeLocks } from './wake-lock.ts';

/** The screen stays on as long as one is in the room: a phone that goes dark may drop the call. */
export function KeepAwake() {
  useEffect(() => {
    const { wakeLock } = navigator as { wakeLock?: WakeLocks };
    return wakeLock && keepAwake(wakeLock, document);
  }, []);
  return null;
}
