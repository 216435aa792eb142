import {
  defaultRangeExtractor,
  type Range,
  useWindowVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { whenCalm } from '../ui/calm.ts';
import { RoomCard } from './room-card.tsx';
import { type RoomList, rowsOf } from './room-list.ts';
import { pageRooms } from './room-watch.ts';
import { useCardGrid } from './use-card-grid.ts';

type Cards = Virtualizer<Window, HTMLLIElement>;

/** Rows that are drawn above and below what is seen, so that a quick thumb finds them there. */
const rowsAhead = 3;
/** How high a row is taken to be before it has been drawn, in CSS pixels. */
const usualRowHeight = 204;
/** Nobody reads what flies past faster, in CSS pixels per millisecond. */
const readablePace = 4;

/**
 * The cards of a list, of which only those stand in the page that are near what is seen: a thousand cost as much as
 * twenty. Each says its place in the whole to screen readers, and the one that had the focus last stays,
 * with its neighbours, wherever one scrolls to: a press of Tab goes on from there. A browser's own search finds no others; the search above the list does.
 *
 * @param onNear called when the page has nothing to do and the end of the list is less than a page of rooms away
 */
export function RoomCards({
  list,
  cards,
  turning,
  onNear,
}: {
  list: RoomList;
  cards: RefObject<HTMLUListElement | null>;
  turning: boolean;
  onNear: (() => void) | undefined;
}) {
  const rows = useMemo(() => rowsOf(list), [list]);
  const { shown } = list;
  const { columns, gap, top } = useCardGrid(cards);
  const [focused, setFocused] = useState<string>();
  const focusedRow = useMemo(
    () => (focused === undefined ? -1 : Math.floor(shown.indexOf(focused) / columns)),
    [focused, shown, columns],
  );
  const [flying, onScroll] = useFlying();
  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: Math.ceil(rows.length / columns),
    estimateSize: useCallback(() => usualRowHeight, []),
    getItemKey: useCallback((row: number) => shown[row * columns] ?? row, [shown, columns]),
    rangeExtractor: useCallback((range: Range) => withRow(range, focusedRow), [focusedRow]),
    measureElement: exactHeight,
    gap,
    scrollMargin: top,
    overscan: rowsAhead,
    // React draws in its own time, which the rows ahead leave it: nothing is drawn twice for one picture.
    useFlushSync: false,
    onChange: onScroll,
  });
  const { range, measureElement } = virtualizer;
  usePlaceKept(virtualizer, columns);

  const near = onNear && (range?.endIndex ?? 0) * columns + pageRooms >= rows.length;
  useEffect(() => (near ? whenCalm(onNear) : undefined), [near, onNear]);

  const items = virtualizer.getVirtualItems();
  let end = top - gap;
  const drawn = items.map((item) => {
    const lead = item.start - end - gap;
    end = item.end;
    return { row: item.index, lead, height: flying ? item.size : undefined };
  });
  const size = list.next === undefined ? rows.length : -1;

  return (
    <ul
      ref={cards}
      tabIndex={-1}
      aria-labelledby="public-rooms"
      aria-busy={turning}
      onFocus={(event) => setFocused(roomAt(event))}
      className="room-cards transition-opacity aria-busy:opacity-60"
      style={{ paddingBlockEnd: Math.max(0, top + virtualizer.getTotalSize() - Math.max(end, top)) }}
    >
      {drawn.flatMap(({ row, lead, height }) =>
        rows
          .slice(row * columns, (row + 1) * columns)
          .map(({ room, over }, column) => (
            <RoomCard
              key={room.name}
              room={room}
              over={over}
              place={row * columns + column + 1}
              size={size}
              lead={lead}
              height={height}
              row={column === 0 ? row : undefined}
              measure={column === 0 ? measureElement : undefined}
            />
          )),
      )}
    </ul>
  );
}

/** Whether the page is scrolled faster than one can read. */
function useFlying(): [boolean, (virtualizer: Cards) => void] {
  const [flying, setFlying] = useState(false);
  const last = useRef({ offset: 0, atMs: 0 });
  const onScroll = useCallback(({ scrollOffset, isScrolling }: Cards) => {
    const now = { offset: scrollOffset ?? 0, atMs: performance.now() };
    const pace = Math.abs(now.offset - last.current.offset) / (now.atMs - last.current.atMs);
    last.current = now;
    // What is read then is drawn in between pictures.
    if (isScrolling && pace > readablePace) setFlying(true);
    else startTransition(() => setFlying(false));
  }, []);
  return [flying, onScroll];
}

/** With other columns, as when a phone is turned, a room stands elsewhere: what was read is scrolled to. */
function usePlaceKept(virtualizer: Cards, columns: number): void {
  const seen = useRef({ columns, first: 0 });
  useLayoutEffect(() => {
    const { columns: before, first } = seen.current;
    if (columns !== before && first > 0) {
      virtualizer.scrollToIndex(Math.floor(first / columns), { align: 'start' });
      seen.current = { columns, first };
    } else {
      seen.current = { columns, first: (virtualizer.range?.startIndex ?? 0) * columns };
    }
  });
}

/** Not rounded, as the library would: what is gone from above would leave a little more or less than it took. */
function exactHeight(card: HTMLLIElement, change: ResizeObserverEntry | undefined): number {
  return change?.borderBoxSize[0]?.blockSize ?? card.getBoundingClientRect().height;
}

/** The rows of a range, and one of its own with its neighbours, in order. */
function withRow(range: Range, row: number): number[] {
  const rows = defaultRangeExtractor(range);
  if (row < 0) return rows;
  const own = [row - 1, row, row + 1].filter((each) => each >= 0 && each < range.count);
  return [...new Set([...rows, ...own])].sort((a, b) => a - b);
}

function roomAt({ target }: FocusEvent): string | undefined {
  return target.closest<HTMLElement>('[data-room]')?.dataset.room;
}
