/** What one page of a list brings. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; undefined where nothing follows. */
  readonly next: string | undefined;
}

/** Something in its place, whether it is still so or not. */
export interface Line<Item> {
  readonly item: Item;
  /** It is not in the list any more, and stands there so that nothing moves under somebody's finger. */
  readonly gone: boolean;
}

/** A list that is read again and again while somebody works in it: nothing in it moves before they want it. */
export interface SteadyList<Item> {
  readonly lines: readonly Line<Item>[];
  /** As it is on the server, as far down as was asked. */
  readonly fresh: Page<Item>;
}

type Identify<Item> = (item: Item) => string;

export function listOf<Item>(fresh: Page<Item>): SteadyList<Item> {
  return { lines: fresh.items.map((item) => ({ item, gone: false })), fresh };
}

/** The same list, read anew: lines change in their places, and what is new comes in where it moves none. */
export function readAnew<Item>(
  list: SteadyList<Item>,
  fresh: Page<Item>,
  idOf: Identify<Item>,
): SteadyList<Item> {
  if (list.lines.length === 0) return listOf(fresh);
  const known = new Map(fresh.items.map((item) => [idOf(item), item]));
  const last = list.lines.findLastIndex(({ item }) => known.has(idOf(item)));
  const lines = list.lines.map((line, at) => {
    const item = known.get(idOf(line.item));
    if (item) return { item, gone: false };
    // What was read now may end before it.
    const beyond = at > last && fresh.next !== undefined;
    return beyond ? line : { ...line, gone: true };
  });
  return { lines: [...lines, ...below({ lines, fresh }, idOf)], fresh };
}

/** The next page, below. */
export function withMore<Item>(
  { lines, fresh }: SteadyList<Item>,
  more: Page<Item>,
  idOf: Identify<Item>,
): SteadyList<Item> {
  const known = new Set(fresh.items.map(idOf));
  const items = [...fresh.items, ...more.items.filter((item) => !known.has(idOf(item)))];
  const grown = { lines, fresh: { items, next: more.next } };
  return { ...grown, lines: [...lines, ...below(grown, idOf)] };
}

/** How many would come in between the others. */
export function waitingIn<Item>({ lines, fresh }: SteadyList<Item>, idOf: Identify<Item>): number {
  const standing = new Set(lines.map(({ item }) => idOf(item)));
  return fresh.items.filter((item) => !standing.has(idOf(item))).length;
}

/** What follows the last line on the server, too. */
function below<Item>({ lines, fresh }: SteadyList<Item>, idOf: Identify<Item>): Line<Item>[] {
  const standing = new Set(lines.map(({ item }) => idOf(item)));
  const last = fresh.items.findLastIndex((item) => standing.has(idOf(item)));
  if (last === -1) return [];
  return fresh.items.slice(last + 1).map((item) => ({ item, gone: false }));
}
