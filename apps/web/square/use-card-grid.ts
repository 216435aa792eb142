import { type RefObject, useLayoutEffect, useState } from 'react';

/** How the style sheet lays cards out just now, and where on the page they begin; lengths are in CSS pixels. */
export interface CardGrid {
  readonly columns: number;
  readonly gap: number;
  readonly top: number;
}

/** Reads a grid's columns from its style, which alone knows how many fit. */
export function useCardGrid(cards: RefObject<HTMLElement | null>): CardGrid {
  const [grid, setGrid] = useState<CardGrid>({ columns: 1, gap: 16, top: 0 });
  useLayoutEffect(() => {
    const element = cards.current;
    if (!element) return;
    const read = () => {
      const { gridTemplateColumns, rowGap } = getComputedStyle(element);
      const now: CardGrid = {
        columns: gridTemplateColumns.split(' ').length,
        gap: Number.parseFloat(rowGap),
        top: Math.round(element.getBoundingClientRect().top + window.scrollY),
      };
      setGrid((last) =>
        last.columns === now.columns && last.gap === now.gap && last.top === now.top ? last : now,
      );
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    // What stands above has pushed the cards down, or let them up.
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [cards]);
  return grid;
}
