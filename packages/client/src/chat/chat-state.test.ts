import { type ChatMessage, RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from './chat.ts';
import { type ChatInput, type ChatState, chatSnapshot, firstChatState, stepChat } from './chat-state.ts';

const self = 'me';
const idOf = (sequence: number) => `message-${String(sequence).padStart(12, '0')}`;

function kept(sequence: number, changes: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: idOf(sequence),
    sequence,
    revision: sequence,
    author: { id: 'ann', name: 'Ann', key: '' },
    sentAtMs: sequence,
    text: `text ${sequence}`,
    reactions: [],
    ...changes,
  };
}

const sending = (id: string): Message => ({
  id,
  author: { id: self, name: 'Me', key: '' },
  own: true,
  sentAtMs: 1,
  text: 'mine',
  reactions: [],
  state: 'sending',
});

const after = (...inputs: ChatInput[]): ChatState => inputs.reduce(stepChat, firstChatState(self));
const said = (message: ChatMessage): ChatInput => ({ type: 'told', event: { say: 'message', message } });
const seen = (state: ChatState) => chatSnapshot(state).messages.map(({ text, state: at }) => `${text} ${at}`);

test('what is sent is last until the server has it, and then where the server put it', () => {
  const id = idOf(2);
  const before = after({ type: 'sending', message: sending(id) }, said(kept(1)));
  expect(seen(before)).toEqual(['text 1 sent', 'mine sending']);
  const mine = kept(2, { author: { id: self, name: 'Me', key: '' }, text: 'mine' });
  const arrived = [said(kept(3)), said(mine)].reduce(stepChat, before);
  expect(seen(arrived)).toEqual(['text 1 sent', 'mine sent', 'text 3 sent']);
  expect(chatSnapshot(arrived).messages[1]?.own).toBe(true);
});

test('a message that is told again at another place stands there, once', () => {
  const again = after(
    said(kept(1)),
    said(kept(2)),
    said({ ...kept(1), sequence: 5, revision: 5 }),
    said(kept(3)),
  );
  expect(seen(again)).toEqual(['text 2 sent', 'text 3 sent', 'text 1 sent']);
});

test('a refused message fails with its reason, and is sent again as the same', () => {
  const id = idOf(1);
  const refused: ChatInput = {
    type: 'told',
    event: { say: 'refused', id, what: 'send', error: 'rate_limited' },
  };
  const failed = after({ type: 'sending', message: sending(id) }, refused);
  expect(chatSnapshot(failed).messages).toMatchObject([
    { id, state: 'failed', failure: expect.any(RpcError) },
  ]);
  expect(seen(stepChat(failed, { type: 'sending', message: sending(id) }))).toEqual(['mine sending']);
});

test('what nothing has changed stays the same object', () => {
  const first = after(said(kept(1)), said(kept(2)));
  const next = stepChat(first, said(kept(3)));
  expect(chatSnapshot(next).messages[0]).toBe(chatSnapshot(first).messages[0]);
  expect(stepChat(next, said(kept(3)))).toBe(next);
});

test('a reaction shows at once, and gives way to what the server says', () => {
  const shown = after(said(kept(1)), { type: 'reacting', id: idOf(1), emoji: '👍', on: true });
  expect(chatSnapshot(shown).messages[0]?.reactions).toEqual([{ emoji: '👍', by: [self], own: true }]);
  const refused = stepChat(shown, {
    type: 'told',
    event: { say: 'reactions', id: idOf(1), revision: 1, reactions: [] },
  });
  expect(chatSnapshot(refused).messages[0]?.reactions).toEqual([]);
});

test('who writes stops when their message comes', () => {
  const writing = after({ type: 'typing', id: 'ann', on: true });
  expect(chatSnapshot(writing).typing).toEqual(['ann']);
  expect(chatSnapshot(stepChat(writing, said(kept(1)))).typing).toEqual([]);
});

/** What happened to three messages, in the server's order, and pages of history taken in between. */
const story: ChatInput[] = [
  said(kept(1, { revision: 1 })),
  said(kept(2, { revision: 2 })),
  { type: 'history', messages: [kept(1, { revision: 1 }), kept(2, { revision: 2 })], hasOlder: false },
  {
    type: 'told',
    event: { say: 'reactions', id: idOf(1), revision: 3, reactions: [{ emoji: '👍', by: [self] }] },
  },
  {
    type: 'history',
    messages: [kept(1, { revision: 3, reactions: [{ emoji: '👍', by: [self] }] }), kept(2, { revision: 2 })],
    hasOlder: false,
  },
  { type: 'told', event: { say: 'deleted', id: idOf(2), revision: 4 } },
  said(kept(3, { revision: 5 })),
];

test('history and news come to the same whatever order they come in', () => {
  const wanted = seen(story.reduce(stepChat, firstChatState(self))).filter(
    (line) => !line.endsWith('deleted'),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(story, { minLength: story.length }), (order) => {
      const state = [...order, ...order].reduce(stepChat, firstChatState(self));
      expect(seen(state).filter((line) => !line.endsWith('deleted'))).toEqual(wanted);
      expect(chatSnapshot(state).messages[0]?.reactions).toEqual([{ emoji: '👍', by: [self], own: true }]);
    }),
  );
});
