import type { Member, MemberId } from '@earshot/client';

/** Whose hand is up, in the order in which they went up. */
export function raisedHands(members: readonly Member[]): readonly Member[] {
  return members
    .filter(({ hand }) => hand)
    .toSorted((one, other) => raisedAtMs(one) - raisedAtMs(other) || one.seat - other.seat);
}

/** The place of each raised hand, the first being 1. */
export function handPlaces(members: readonly Member[]): ReadonlyMap<MemberId, number> {
  return new Map(raisedHands(members).map(({ id }, index) => [id, index + 1]));
}

function raisedAtMs({ hand }: Member): number {
  return hand?.raisedAtMs ?? Number.POSITIVE_INFINITY;
}
