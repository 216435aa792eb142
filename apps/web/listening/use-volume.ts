import type { MemberId, Volume } from '@earshot/client';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useInside } from '../room/inside.tsx';

/** How one hears somebody, as text so that React sees whether it changed. */
export function useVolume(id: MemberId): Volume {
  const { hearing } = useInside().room;
  const subscribe = useCallback((listener: () => void) => hearing.subscribe(listener), [hearing]);
  const read = () => {
    const { volume, muted } = hearing.volumeOf(id);
    return `${volume} ${muted}`;
  };
  const text = useSyncExternalStore(subscribe, read, read);
  return useMemo(() => {
    const [volume, muted] = text.split(' ');
    return { volume: Number(volume), muted: muted === 'true' };
  }, [text]);
}

export function useLevelling(): boolean {
  const { hearing } = useInside().room;
  const subscribe = useCallback((listener: () => void) => hearing.subscribe(listener), [hearing]);
  const read = () => hearing.levelling;
  return useSyncExternalStore(subscribe, read, read);
}
