'use client';

import { useSnapshot } from '../room/inside.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';

/** A screen that is being shown is not lost by a slip; everything else may be closed without a word. */
export function ShareGuard() {
  useLeaveGuard(useSnapshot(({ self }) => self.streams.some(({ source }) => source === 'screen')));
  return null;
}
