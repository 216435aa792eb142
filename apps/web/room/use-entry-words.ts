import { useFormat, useText } from '../i18n/language.ts';
import { type EntryProblem, entryProblems } from './entry-problem.ts';

const minuteMs = 60_000;

/** What to say to somebody who cannot come in, and what to do next. @param waitMs for how long, where that is known */
export function useEntryWords(
  problem: EntryProblem,
  waitMs: number | undefined,
): { what: string; next: string } {
  const t = useText();
  const format = useFormat();
  const { what, next } = entryProblems[problem];
  const keptOut = problem === 'banned' || problem === 'barred';
  if (!keptOut || waitMs === undefined) return { what: t(what), next: t(next) };
  // Whole minutes: nobody waits before a door for seconds of a day.
  const time = format.duration(Math.ceil(waitMs / minuteMs) * minuteMs);
  return { what: t(what), next: t('problem.bannedFor', { time }) };
}
