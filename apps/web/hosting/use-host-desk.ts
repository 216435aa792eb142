import { useCallback, useSyncExternalStore } from 'react';
import { useInside } from '../room/inside.tsx';
import { type HostDesk, type HostDeskSnapshot, hostDesk } from './host-desk.ts';

export function useHostDesk(): HostDesk {
  return hostDesk(useInside().room);
}

export function useHostDeskPart<Part>(select: (snapshot: HostDeskSnapshot) => Part): Part {
  const desk = useHostDesk();
  const read = useCallback(() => select(desk.snapshot), [desk, select]);
  return useSyncExternalStore(desk.subscribe, read, read);
}
