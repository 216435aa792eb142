import { type RefObject, useLayoutEffect, useState } from 'react';
import { ScrollKeeper } from './scroll-keeper.ts';

/** A keeper for a list, as long as it stands. */
export function useScrollKeeper({
  box,
  content,
}: {
  box: RefObject<HTMLElement | null>;
  content: RefObject<HTMLElement | null>;
}): ScrollKeeper | undefined {
  const [keeper, setKeeper] = useState<ScrollKeeper>();
  useLayoutEffect(() => {
    if (!box.current || !content.current) return;
    const made = new ScrollKeeper(box.current);
    const stop = made.follow(content.current);
    setKeeper(made);
    return stop;
  }, [box, content]);
  return keeper;
}
