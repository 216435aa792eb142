import type { PlainKey } from '../i18n/translate.ts';
import { type EntryProblem, entryProblem, entryProblems, isPrivateProblem } from '../room/entry-problem.ts';
import { privateWords } from './entry-words.ts';

interface Words {
  readonly what: PlainKey;
  readonly next: PlainKey;
}

/** What is said at a door, and holds where a room is made, too. */
const asAtADoor: ReadonlySet<EntryProblem> = new Set([
  'barred',
  'no_new_rooms',
  'server_full',
  'server_stopping',
  'timeout',
  'connection_lost',
  'rate_limited',
]);

/** Why a private room was not made, or not given another secret; undefined where there are no words for it. */
export function makingWords(error: unknown): Words | undefined {
  const problem = entryProblem(error);
  if (problem === 'encryption_unsupported') return privateWords(problem);
  if (isPrivateProblem(problem)) return undefined;
  if (problem === 'keyless') return { what: 'making.keyless', next: 'making.keylessNext' };
  return asAtADoor.has(problem) ? entryProblems[problem] : undefined;
}
