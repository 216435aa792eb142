import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { ControlEntry } from './controls.tsx';
import { fitControls } from './fit-controls.ts';

/** Round controls are this wide. */
const controlPx = 48;

/**
 * Which controls fit into the bar as it stands: measured, since words are as long as their language. The
 * first and the last child of the row always stand there.
 */
export function useFittingControls(entries: readonly ControlEntry[]): {
  bar: RefObject<HTMLDivElement | null>;
  shown: readonly ControlEntry[];
  hidden: readonly ControlEntry[];
} {
  const bar = useRef<HTMLDivElement>(null);
  const [space, setSpace] = useState({ roomPx: 0, slotPx: controlPx });

  useLayoutEffect(() => {
    const outer = bar.current;
    const row = outer?.firstElementChild;
    if (!outer || !row) return;
    const measure = () => {
      const [first, last] = [row.firstElementChild, row.lastElementChild];
      if (!first || !last) return;
      const { columnGap, paddingInlineStart, paddingInlineEnd } = getComputedStyle(row);
      const gapPx = Number.parseFloat(columnGap) || 0;
      const paddingPx = Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd) + 2;
      const fixedPx = first.clientWidth + last.clientWidth + 4 + paddingPx + gapPx;
      const next = { roomPx: outer.clientWidth - fixedPx, slotPx: controlPx + gapPx };
      setSpace((now) => (now.roomPx === next.roomPx && now.slotPx === next.slotPx ? now : next));
    };
    const sizes = new ResizeObserver(measure);
    // The microphone makes way for another button when one may not speak: that one is looked at from then on.
    const look = () => {
      sizes.disconnect();
      for (const element of [outer, row.firstElementChild, row.lastElementChild]) {
        if (element) sizes.observe(element);
      }
      measure();
    };
    const children = new MutationObserver(look);
    children.observe(row, { childList: true });
    look();
    return () => {
      children.disconnect();
      sizes.disconnect();
    };
  }, []);

  return { bar, ...fitControls(entries, space) };
}
