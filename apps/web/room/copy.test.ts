import { EntryError, type EntryErrorCode, entryErrors } from '@earshot/client';
import { errors, RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { en } from '../i18n/en/index.ts';
import { english } from '../i18n/english.ts';
import { privateWords } from '../private/entry-words.ts';
import { endCopy } from './end-copy.ts';
import { entryProblem, entryProblems, isPassing, isPrivateProblem } from './entry-problem.ts';

test('every error of the protocol has a sentence for somebody at the door', () => {
  for (const name of Object.keys(errors) as (keyof typeof errors)[]) {
    const problem = entryProblem(new RpcError(name));
    const { what, next } = isPrivateProblem(problem) ? privateWords(problem) : entryProblems[problem];
    expect(english(what)).not.toBe('');
    expect(english(next)).not.toBe('');
  }
});

test('errors a person can do something about keep their own sentence', () => {
  for (const name of ['room_full', 'server_full', 'server_stopping', 'timeout', 'connection_lost'] as const) {
    expect(entryProblem(new RpcError(name))).toBe(name);
  }
});

test('a word that is not wanted is told apart by where it stands', () => {
  const problem = (detail: string) => entryProblem(new RpcError('words_refused', { detail }));
  expect(['name', 'room', 'topic', 'tags'].map(problem)).toEqual([
    'words_refused',
    'room_words_refused',
    'room_words_refused',
    'room_words_refused',
  ]);
});

test('whoever cannot prove a key is not told to try the same again', () => {
  for (const name of ['identity_required', 'identity_rejected'] as const) {
    const problem = entryProblem(new RpcError(name));
    expect(isPrivateProblem(problem) ? '' : english(entryProblems[problem].next)).toMatch(/as a guest/);
  }
});

test('a browser without WebRTC and a library that does not load are not our fault', () => {
  expect(entryProblem(Object.assign(new Error('x'), { name: 'UnsupportedError' }))).toBe('unsupported');
  expect(entryProblem(Object.assign(new Error('x'), { name: 'ChunkLoadError' }))).toBe('connection_lost');
});

test('what keeps one out of an encrypted room is named, and tried again only where that may help', () => {
  for (const code of Object.keys(entryErrors) as EntryErrorCode[]) {
    const error = new EntryError(code);
    expect(entryProblem(error)).toBe(code);
    expect(isPassing(error)).toBe(code === 'locked_out');
  }
});

test('anything else is ours', () => {
  for (const error of [new Error('bug'), null, undefined, 'x', { error: 'toString' }]) {
    expect(entryProblem(error)).toBe('internal');
  }
});

test('no two endings say the same', () => {
  const sentences = Object.values(endCopy).map(({ what }) => en[what]);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('a network that lets no sound through is named', () => {
  expect(en[endCopy.media_failed.next]).toMatch(/network/);
});
