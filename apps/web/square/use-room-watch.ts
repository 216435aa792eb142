'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { RoomWatch, type Sight } from './room-watch.ts';
import { getRooms, listenToRooms } from './rooms-connection.ts';

function after(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}

function frame(run: () => void): () => void {
  const handle = requestAnimationFrame(run);
  return () => cancelAnimationFrame(handle);
}

/** Watches the public rooms while the page is looked at, and somebody is online. */
export function useRoomWatch(): { watch: RoomWatch; sight: Sight } {
  const [watch] = useState(
    () => new RoomWatch({ get: getRooms, listen: listenToRooms, after, frame, random: Math.random }),
  );
  const sight = useSyncExternalStore(watch.subscribe, watch.sight, watch.sight);

  useEffect(() => {
    const follow = () => {
      if (document.visibilityState === 'visible') watch.open();
      else watch.close();
    };
    const cameOnline = () => {
      watch.close();
      follow();
      if (watch.sight().at === 'failed') watch.retry();
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('online', cameOnline);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      window.removeEventListener('online', cameOnline);
      watch.close();
    };
  }, [watch]);

  return { watch, sight };
}
