import type { MemberId } from '@earshot/client';
import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';

export interface Reaction {
  readonly from: MemberId;
  readonly emoji: string;
}

/** No more kinds than this are named. */
const mostKinds = 4;

/** What floated by, in one sentence: who, if it was one person, and which emoji, the most frequent first. */
export function reactionNews(
  reactions: readonly Reaction[],
  { names, t, format }: { names: ReadonlyMap<MemberId, string>; t: Translate; format: Pick<Format, 'list'> },
): string {
  const counts = new Map<string, number>();
  for (const { emoji } of reactions) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  const kinds = [...counts].sort(([, one], [, other]) => other - one).slice(0, mostKinds);
  const emoji = format.list(kinds.map(([kind]) => kind));
  const senders = [...new Set(reactions.map(({ from }) => from))];
  const name = senders.length === 1 ? names.get(senders[0] ?? '') : undefined;
  return name
    ? t('reactions.fromOne', { name, emoji })
    : t('reactions.fromMany', { count: senders.length, emoji });
}
