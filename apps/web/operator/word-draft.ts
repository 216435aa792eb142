import { limits } from '@earshot/protocol';

/** Why a list of words cannot be saved. */
export type WordProblem =
  | { readonly what: 'tooMany' }
  | { readonly what: 'long' | 'star' | 'empty'; readonly word: string };

/** One a line; what is written twice counts once. */
export function wordsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().replace(/\s+/gu, ' '));
  return [...new Set(lines.filter((line) => line !== ''))];
}

export function textOf(words: readonly string[]): string {
  return words.join('\n');
}

/** The first thing that is wrong. */
export function wordProblem(words: readonly string[]): WordProblem | undefined {
  const long = words.find((word) => word.length > limits.operatorWordCodeUnits);
  if (long !== undefined) return { what: 'long', word: long };
  const star = words.find((word) => word.slice(0, -1).includes('*'));
  if (star !== undefined) return { what: 'star', word: star };
  const empty = words.find((word) => !/[\p{L}\p{N}]/u.test(word));
  if (empty !== undefined) return { what: 'empty', word: empty };
  return words.length > limits.operatorWords ? { what: 'tooMany' } : undefined;
}

/** What the operator is writing, beside what the server has. */
export interface WordDraft {
  readonly text: string;
  /** What the text began with. */
  readonly base: readonly string[];
}

export function draftOf(words: readonly string[]): WordDraft {
  return { text: textOf(words), base: words };
}

/** Whether there is something to save. */
export function isChanged({ text, base }: WordDraft): boolean {
  return textOf(wordsOf(text)) !== textOf(wordsOf(textOf(base)));
}

/** What becomes of it when the server is read again: nobody loses a word they are writing. */
export function follow(draft: WordDraft, words: readonly string[]): WordDraft {
  if (textOf(words) === textOf(draft.base)) return draft;
  return isChanged(draft) ? draft : draftOf(words);
}
