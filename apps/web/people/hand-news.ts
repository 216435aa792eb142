import type { Member } from '@earshot/client';
import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import { raisedHands } from '../room/hand-order.ts';

/** Past this many, names become a number. */
const mostNames = 3;

interface People {
  readonly self: Member;
  readonly members: readonly Member[];
}

/** Hands that went up between two moments, and what became of one's own, in words; empty where nothing did. */
export function handNews(
  before: People,
  after: People,
  { t, format }: { t: Translate; format: Pick<Format, 'list'> },
): string[] {
  const news: string[] = [];
  const wereUp = new Set(raisedHands(before.members).map(({ id }) => id));
  const names = raisedHands(after.members)
    .filter(({ id }) => !wereUp.has(id))
    .map(({ name }) => name);
  if (names.length > mostNames) news.push(t('hand.raisedMany', { count: names.length }));
  else if (names.length > 0)
    news.push(t('hand.raisedBy', { names: format.list(names), count: names.length }));
  const own = after.self.hand;
  if ((before.self.hand !== undefined) !== (own !== undefined)) {
    const place = raisedHands([after.self, ...after.members]).findIndex(({ id }) => id === after.self.id) + 1;
    news.push(own ? t('hand.ownRaised', { place }) : t('hand.ownLowered'));
  }
  return news;
}
