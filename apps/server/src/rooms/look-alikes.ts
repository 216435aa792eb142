import { isBelow, type Role } from '@earshot/protocol';
import { skeleton } from '../guard/looks/skeleton.ts';

/** What of a member others could be taken in by. */
export interface Named {
  readonly id: string;
  readonly key: string;
  readonly role: Role;
  /** What they are called, and where they stand in the order of those who took their names. */
  readonly called: { readonly name: string; readonly order: number };
}

/**
 * Whether somebody's name could be taken for that of another in the room: one that looks the same and was there
 * before, or the name of somebody who keeps order, which not even a namesake has. Tabs of one person are one.
 */
export function looksLikeAnother(one: Named, others: Iterable<Named>): boolean {
  for (const other of others) if (other.id !== one.id && isTakenFor(one, other)) return true;
  return false;
}

/** Those who look like somebody who just came. */
export function whoLooksLike<Who extends Named>(newcomer: Named, others: Iterable<Who>): Who[] {
  return [...others].filter((one) => one.id !== newcomer.id && isTakenFor(one, newcomer));
}

function isTakenFor(one: Named, other: Named): boolean {
  const samePerson = one.key !== '' && one.key === other.key;
  if (samePerson || looks(one) !== looks(other) || looks(one) === '') return false;
  if (keepsOrder(one.role)) return false;
  if (keepsOrder(other.role)) return true;
  return plain(one) !== plain(other) && other.called.order < one.called.order;
}

const keepsOrder = (role: Role) => isBelow('speaker', role);
const plain = ({ called }: Named) => called.name.normalize('NFC').toLowerCase();

/** By what is called: a room looks at the same names again and again. */
const known = new WeakMap<Named['called'], string>();

function looks({ called }: Named): string {
  const found = known.get(called) ?? skeleton(called.name);
  known.set(called, found);
  return found;
}
