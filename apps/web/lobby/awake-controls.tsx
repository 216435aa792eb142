'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';

/**
 * Controls that the exported page shows, and that cannot be used before the page is `awake`: what is typed or pressed
 * until then would be lost. They never fall asleep again.
 */
export function AwakeControls({ awake, children }: { awake: boolean; children: ReactNode }) {
  const controls = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    if (awake && controls.current) controls.current.disabled = false;
  }, [awake]);
  return (
    <fieldset
      ref={controls}
      role="none"
      disabled={typeof window === 'undefined'}
      suppressHydrationWarning
      className="contents"
    >
      {children}
    </fieldset>
  );
}
