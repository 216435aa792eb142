'use client';

import { useSyncExternalStore } from 'react';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { type Line, ownLineOf } from './own-line-watch.ts';

const severity: Readonly<Record<Line, number>> = { good: 0, fair: 1, poor: 2 };

/** The own line: as the server sees what arrives there, and as this side sees what arrives here. */
export function useOwnLine(): Line {
  const { room } = useInside();
  const up = useSnapshot(({ self }) => self.line ?? 'good');
  const watch = ownLineOf(room);
  const read = () => watch.line;
  const measured = useSyncExternalStore(watch.subscribe, read, read);
  return severity[measured] > severity[up] ? measured : up;
}
