import type { Member } from '@earshot/client';
import type { Translate } from '../i18n/translate.ts';

/** Past this many, names become a number. */
const mostNames = 3;

/** Comings and goings between two moments, as a screen reader should say them; empty where there were none. */
export function describeChanges(
  before: readonly Member[],
  after: readonly Member[],
  { t, locale }: { t: Translate; locale: string },
): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const joined = missingFrom(before, after);
  const left = missingFrom(after, before);
  const sentences: string[] = [];
  if (joined.length > mostNames) sentences.push(t('announce.joinedMany', { count: joined.length }));
  else if (joined.length > 0) {
    sentences.push(t('announce.joined', { names: list.format(joined), count: joined.length }));
  }
  if (left.length > mostNames) sentences.push(t('announce.leftMany', { count: left.length }));
  else if (left.length > 0) {
    sentences.push(t('announce.left', { names: list.format(left), count: left.length }));
  }
  return sentences.join('. ');
}

function missingFrom(some: readonly Member[], others: readonly Member[]): string[] {
  const ids = new Set(some.map(({ id }) => id));
  return others.filter(({ id }) => !ids.has(id)).map(({ name }) => name);
}
