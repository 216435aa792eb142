'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useFrame } from './frame.tsx';

/** Openings of a panel whose focus somebody has taken already. */
const taken = new WeakSet<object>();

/**
 * The element that has the focus when somebody opens this panel. On a touch screen it is left where it is,
 * so that no keyboard covers what one wanted to read.
 */
export function usePanelFocus<Target extends HTMLElement>(): RefObject<Target | null> {
  const { panel } = useFrame();
  const target = useRef<Target>(null);
  useEffect(() => {
    if (!panel?.asked || taken.has(panel) || !matchMedia('(pointer: fine)').matches) return;
    taken.add(panel);
    target.current?.focus();
  }, [panel]);
  return target;
}
