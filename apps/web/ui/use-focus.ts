import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to an element when it appears, so that keyboards and screen readers follow the screen.
 * `wanted` is looked at once, when it appears.
 */
export function useFocusOnMount<Target extends HTMLElement>(wanted = true): RefObject<Target | null> {
  const target = useRef<Target>(null);
  const atFirst = useRef(wanted);
  useEffect(() => {
    if (atFirst.current) target.current?.focus({ preventScroll: true });
  }, []);
  return target;
}
