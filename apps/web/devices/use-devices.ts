import { useEffect, useState } from 'react';
import type { Device } from './device-choice.ts';

/** What `list` finds just now, looked for again whenever something is plugged in or pulled out. */
export function useDevices(list: () => Promise<readonly Device[]>): readonly Device[] {
  const [devices, setDevices] = useState<readonly Device[]>([]);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const next = await list().catch(() => []);
      if (!gone) setDevices(next);
    };
    void look();
    navigator.mediaDevices?.addEventListener('devicechange', look);
    return () => {
      gone = true;
      navigator.mediaDevices?.removeEventListener('devicechange', look);
    };
  }, [list]);
  return devices;
}
