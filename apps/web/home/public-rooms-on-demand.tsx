'use client';

import { useEffect, useState } from 'react';
import { interpreter } from '../i18n/language.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { RoomsSkeleton } from './rooms-skeleton.tsx';

const PublicRooms = onDemand(
  () =>
    Promise.all([import('../square/public-rooms.tsx'), interpreter.whole()]).then(
      ([{ PublicRooms }]) => PublicRooms,
    ),
  <RoomsSkeleton />,
);

/** The public rooms, once the page has nothing better to do: whoever comes to open a room waits for none of it. */
export function PublicRoomsWhenIdle() {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    // Safari has no idle callbacks.
    if (!window.requestIdleCallback) {
      const timer = setTimeout(() => setIdle(true), 300);
      return () => clearTimeout(timer);
    }
    const waiting = requestIdleCallback(() => setIdle(true), { timeout: 2_000 });
    return () => cancelIdleCallback(waiting);
  }, []);
  return idle ? <PublicRooms /> : <RoomsSkeleton />;
}
