import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from 'react';
import type { DeskSnapshot, OperatorDesk } from './operator-desk.ts';
import type { Roll, RollSight } from './roll.ts';

const refreshMs = 10_000;

export const DeskContext = createContext<OperatorDesk | undefined>(undefined);

export function useDesk(): OperatorDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('there is no desk around this component');
  return desk;
}

export function useDeskPart<Part>(select: (snapshot: DeskSnapshot) => Part): Part {
  const desk = useDesk();
  const read = useCallback(() => select(desk.snapshot()), [desk, select]);
  return useSyncExternalStore(desk.subscribe, read, read);
}

export function useRoll<Item>(roll: Roll<Item>): RollSight<Item> {
  return useSyncExternalStore(roll.subscribe, roll.sight, roll.sight);
}

/** Keeps up with the server while somebody can see it. */
export function useRefreshing(desk: OperatorDesk): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    async function look(): Promise<void> {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      await desk.refresh();
      clearTimeout(timer);
      if (!left) timer = setTimeout(() => void look(), refreshMs);
    }
    void look();
    const again = () => void look();
    document.addEventListener('visibilitychange', again);
    window.addEventListener('online', again);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('online', again);
    };
  }, [desk]);
}
