import { Emitter, ManualClock } from '@earshot/lifetime';
import { ChatCommand, type ChatEvent, type Puzzle, readContent, writeContent } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { DataLine } from '../data/data-line.ts';
import type { Solver } from '../puzzles/solver.ts';
import { RoomChat } from './room-chat.ts';

const puzzle: Puzzle = { challenge: 'post.a-challenge-of-letters', bits: 8 };

/** A chat whose commands end here, and into which events can be put. */
function chatWith(solve: Solver) {
  const commands: ChatCommand[] = [];
  const line = {
    path: 'web_socket',
    events: new Emitter(),
    loose: () => {},
    post: async (_topic: string, content: Uint8Array) => {
      commands.push(readContent(ChatCommand, content));
    },
  } as unknown as DataLine;
  const chat = new RoomChat({
    clock: new ManualClock(),
    line,
    self: () => ({ id: 'me', name: 'Ada' }),
    history: () => Promise.reject(new Error('not asked')),
    solve,
  });
  const hear = (event: ChatEvent) =>
    chat.take({ topic: 'earshot.chat', from: null, content: writeContent(event) });
  const refuse = (id: string) => hear({ say: 'refused', id, what: 'send', error: 'puzzle_required', puzzle });
  return { chat, commands, refuse };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('a message that takes work goes on its way again by itself, and the person sees none of it', async () => {
  const { chat, commands, refuse } = chatWith(async ({ challenge }) => ({ challenge, answer: 7 }));
  chat.send({ text: 'hello' });
  const [first] = commands;
  refuse(first?.id ?? '');
  expect(chat.snapshot.messages).toMatchObject([{ text: 'hello', state: 'sending' }]);
  await soon();
  expect(commands).toMatchObject([
    { do: 'send', text: 'hello' },
    { do: 'send', id: first?.id, text: 'hello', solution: { challenge: puzzle.challenge, answer: 7 } },
  ]);
});

test('one for which the work never ends is shown as failed', async () => {
  const { chat, commands, refuse } = chatWith(async ({ challenge }) => ({ challenge, answer: 7 }));
  chat.send({ text: 'hello' });
  for (let i = 0; i < 10; i++) {
    refuse(commands[0]?.id ?? '');
    await soon();
  }
  expect(chat.snapshot.messages).toMatchObject([{ state: 'failed', failure: { error: 'puzzle_required' } }]);
  expect(commands.length).toBeLessThan(8);
});

test('closing ends the work', async () => {
  const signals: (AbortSignal | undefined)[] = [];
  const { chat, commands, refuse } = chatWith((_puzzle, solving) => {
    signals.push(solving?.signal);
    return new Promise(() => {});
  });
  chat.send({ text: 'hello' });
  refuse(commands[0]?.id ?? '');
  await soon();
  chat.close();
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
});
