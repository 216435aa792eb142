import type { RoomListing, RoomSort } from './listing.ts';

/** What a room's place in an order depends on. */
export type Placed = Pick<RoomListing, 'name' | 'people' | 'hot' | 'startedAtMs'>;

const byName = (a: Placed, b: Placed) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const hottest = (a: Placed, b: Placed) => b.hot - a.hot;
const newest = (a: Placed, b: Placed) => b.startedAtMs - a.startedAtMs;

/** How rooms stand in a list: below 0 where `a` comes before `b`. No two rooms share a place. */
export const roomOrders: Readonly<Record<RoomSort, (a: Placed, b: Placed) => number>> = {
  hot: (a, b) => hottest(a, b) || newest(a, b) || byName(a, b),
  new: (a, b) => newest(a, b) || byName(a, b),
  quiet: (a, b) => a.people - b.people || hottest(b, a) || newest(a, b) || byName(a, b),
};
