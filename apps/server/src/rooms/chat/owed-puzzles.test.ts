import { ManualClock } from '@earshot/lifetime';
import {
  ChatEvent,
  limits,
  PostDown,
  type Puzzle,
  type PuzzleSolution,
  readContent,
  writeContent,
} from '@earshot/protocol';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Guard } from '../../guard/guard.ts';
import { HouseRules } from '../../guard/house/house-rules.ts';
import { solve } from '../../testing/solve.ts';
import type { Postbox } from '../data/postbox.ts';
import type { Correspondent } from '../data/relay.ts';
import { Chat } from './chat.ts';

let clock: ManualClock;
let loopDelayMs: number;
let chat: Chat;
let ann: Correspondent;
/** What is asked of Ann, by message. */
let asked: Map<string, Puzzle>;

beforeEach(() => {
  jest.replaceProperty(limits, 'puzzleBitsLeast', 4 as never);
  jest.replaceProperty(limits, 'puzzleBitsForLoad', 4 as never);
  clock = new ManualClock();
  loopDelayMs = 0;
  asked = new Map();
  const load = {
    get load() {
      return { loopDelayMs, joinsPerSecond: 0 };
    },
    joinTried() {},
  };
  const guard = new Guard({ clock, load, house: new HouseRules(clock) });
  const rules = {
    beforeSend() {},
    mayDelete: () => false,
    deleted() {},
    isShadowMuted: () => false,
    isHost: () => false,
  };
  chat = new Chat({ clock, guard, members: () => [ann], rules, encrypted: () => false });
  const tell = (body: Uint8Array) => {
    const event = readContent(ChatEvent, readContent(PostDown, body)[2]);
    if (event.say === 'refused' && event.puzzle) asked.set(event.id, event.puzzle);
  };
  const author = { id: 'ann', name: 'Ann', key: '' };
  ann = { seat: 1, author, party: { prefix: 'here', key: '' }, postbox: { tell } as Postbox };
});
afterEach(() => {
  jest.restoreAllMocks();
});

const idOf = (text: string) => text.padEnd(16, '0');

function write(text: string, solution?: PuzzleSolution) {
  chat.take(ann, writeContent({ do: 'send', id: idOf(text), text, ...(solution && { solution }) }));
}

const said = () => chat.history(ann.author).messages.map(({ text }) => text);

test('what was written stays in its order where a puzzle was asked for its first half only', async () => {
  loopDelayMs = 2 * limits.busyLoopDelayMs;
  for (const text of ['one', 'two']) write(text);
  loopDelayMs = 0;
  for (const text of ['three', 'four']) write(text);
  expect(said()).toEqual([]);
  for (const text of ['one', 'two', 'three', 'four']) {
    const puzzle = asked.get(idOf(text));
    if (!puzzle) throw new Error(`nothing was asked for ${text}`);
    write(text, await solve(puzzle));
  }
  write('five');
  expect(said()).toEqual(['one', 'two', 'three', 'four', 'five']);
});

test('nothing waits for a message that does not come again', () => {
  loopDelayMs = 2 * limits.busyLoopDelayMs;
  for (const text of ['one', 'two']) write(text);
  loopDelayMs = 0;
  chat.take(ann, writeContent({ do: 'delete', id: idOf('one') }));
  write('three');
  expect(said()).toEqual([]);
  clock.advance(limits.puzzleValidMs);
  write('four');
  expect(said()).toEqual(['four']);
});
