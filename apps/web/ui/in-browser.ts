import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * A fact only the browser knows and that never changes while the page stands, such as its address.
 * `before` stands in for it in the exported page, so that hydration finds what was exported.
 */
export function useInBrowser<Fact extends string | boolean | undefined>(
  read: () => Fact,
  before: Fact,
): Fact {
  return useSyncExternalStore(never, read, () => before);
}
