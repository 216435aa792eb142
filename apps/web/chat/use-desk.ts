import { useSyncExternalStore } from 'react';
import { useInside } from '../room/inside.tsx';
import { type ChatDesk, chatDesk, type DeskSnapshot } from './chat-desk.ts';

export function useDesk(): ChatDesk {
  return chatDesk(useInside().room);
}

export function useDeskPart<Part>(select: (snapshot: DeskSnapshot) => Part): Part {
  const desk = useDesk();
  const read = () => select(desk.snapshot);
  return useSyncExternalStore(desk.subscribe, read, read);
}

/** How many messages nobody here has seen yet: for badges and titles. */
export function useUnread(): number {
  return useDeskPart(({ unread }) => unread.count);
}
