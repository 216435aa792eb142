'use client';

import { useCallback, useEffect, useState } from 'react';
import { fileShelf } from '../chat/files/file-shelf.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';

/** A screen that is shown and a file that is on its way are not lost by a slip; the rest may be closed without a word. */
export function LossGuard() {
  useLeaveGuard(useSnapshot(({ self }) => self.streams.some(({ source }) => source === 'screen')));
  useFileGuard();
  return null;
}

function useFileGuard(): void {
  const { room } = useInside();
  const shelf = fileShelf(room);
  const [used, setUsed] = useState(false);
  useEffect(() => shelf.subscribe(() => setUsed(true)), [shelf]);
  useLeaveGuard(
    used,
    useCallback(() => shelf.busy, [shelf]),
  );
}
