import type { Member } from '@earshot/client';
import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';

/** Past this many, names become a number. */
const mostNames = 3;

/** Comings and goings between two moments, as a screen reader should say them; empty where there were none. */
export function describeChanges(
  before: readonly Member[],
  after: readonly Member[],
  { t, format }: { t: Translate; format: Format },
): string {
  const joined = missingFrom(before, after);
  const left = missingFrom(after, before);
  const sentences: string[] = [];
  if (joined.length > mostNames) sentences.push(t('announce.joinedMany', { count: joined.length }));
  else if (joined.length > 0) {
    sentences.push(t('announce.joined', { names: format.list(joined), count: joined.length }));
  }
  if (left.length > mostNames) sentences.push(t('announce.leftMany', { count: left.length }));
  else if (left.length > 0) {
    sentences.push(t('announce.left', { names: format.list(left), count: left.length }));
  }
  return sentences.join('. ');
}

function missingFrom(some: readonly Member[], others: readonly Member[]): string[] {
  const ids = new Set(some.map(({ id }) => id));
  return others.filter(({ id }) => !ids.has(id)).map(({ name }) => name);
}
