import type { Member } from '@earshot/client';
import { raisedHands } from '../room/hand-order.ts';

/** The list's order: raised hands as they went up, then oneself, then the others as they came in. */
export function listOrder(self: Member, members: readonly Member[]): readonly Member[] {
  const hands = raisedHands([self, ...members]);
  const up = new Set(hands);
  return [...hands, ...[self, ...members].filter((member) => !up.has(member))];
}

/** Who is meant by a few letters of their name: without regard to case, and to marks where none were typed. */
export function findPeople(people: readonly Member[], typed: string): readonly Member[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return people;
  return people.filter(({ name }) => fold(name).includes(wanted) || bare(fold(name)).includes(wanted));
}

function fold(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase();
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}
