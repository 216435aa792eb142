'use client';

import { type Statistics, type StatsLook, statistics } from '@earshot/client';
import { useEffect, useState } from 'react';
import { useInside } from '../room/inside.tsx';

const lookEveryMs = 1_000;

/** What the connection does, each second anew; undefined until the first look is back. */
export function useStatistics(): Statistics | undefined {
  const { room } = useInside();
  const [found, setFound] = useState<Statistics>();

  useEffect(() => {
    let before: StatsLook | undefined;
    let gone = false;
    let looking = false;
    async function look() {
      if (looking) return;
      looking = true;
      const { send, recv } = await room.getStats().catch(() => ({ send: undefined, recv: undefined }));
      looking = false;
      if (gone) return;
      const now = { atMs: performance.now(), send, recv };
      setFound(statistics(now, before));
      before = now;
    }
    void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [room]);

  return found;
}
