import type { Message } from '@earshot/client';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { ScrollKeeper } from './scroll-keeper.ts';

/** How many messages of others came below what the reader looks at. */
export function useNewBelow(
  keeper: ScrollKeeper | undefined,
  messages: readonly Message[],
): { atEnd: boolean; count: number } {
  const atEnd = useSyncExternalStore(
    useCallback((listener) => keeper?.subscribe(listener) ?? (() => {}), [keeper]),
    () => keeper?.atEnd ?? true,
    () => true,
  );
  const seen = useRef<string>(undefined);
  if (atEnd) {
    seen.current = messages.findLast(({ state }) => state !== 'sending')?.id;
    return { atEnd, count: 0 };
  }
  const at = messages.findLastIndex(({ id }) => id === seen.current);
  return { atEnd, count: messages.slice(at + 1).filter(({ own, state }) => !own && state === 'sent').length };
}
