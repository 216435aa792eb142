import { type RefCallback, useCallback, useState } from 'react';
import type { Area } from './layout.ts';

/** The inner size of an element, as it changes. */
export function useSize<Watched extends Element>(): [RefCallback<Watched>, Area] {
  const [size, setSize] = useState<Area>({ widthPx: 0, heightPx: 0 });
  const watch = useCallback((element: Watched | null) => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ widthPx: entry.contentRect.width, heightPx: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [watch, size];
}
