'use client';

import { startTransition, useEffect, useState } from 'react';
import { interpreter } from '../i18n/language.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { RoomsSkeleton } from './rooms-skeleton.tsx';

const PublicRooms = onDemand(
  // One after the other: each is read and run in a task of its own, and a tap between them is not late.
  async () => {
    await interpreter.whole();
    return (await import('../square/public-rooms.tsx')).PublicRooms;
  },
  <RoomsSkeleton />,
);

/** Whoever does nothing for so long after the page has loaded is looking around. */
const lookAroundMs = 1_000;
const interests = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

/**
 * The public rooms, as soon as somebody stirs or the page has stood there for a moment: whoever comes to open a
 * room waits for none of it.
 */
export function PublicRoomsInTime() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (wanted) return;
    const scope = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const want = () => startTransition(() => setWanted(true));
    const wait = () => {
      timer = setTimeout(want, lookAroundMs);
    };
    for (const name of interests) {
      window.addEventListener(name, want, { signal: scope.signal, passive: true, once: true });
    }
    if (document.readyState === 'complete') wait();
    else window.addEventListener('load', wait, { signal: scope.signal });
    return () => {
      scope.abort();
      clearTimeout(timer);
    };
  }, [wanted]);
  return wanted ? <PublicRooms /> : <RoomsSkeleton />;
}
