import { type RefObject, useEffect, useRef } from 'react';

/** Moves the focus to an element when it appears, so that keyboards and screen readers follow the screen. */
export function useFocusOnMount<Target extends HTMLElement>(): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus({ preventScroll: true }), []);
  return target;
}
