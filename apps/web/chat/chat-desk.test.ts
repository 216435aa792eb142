import type { MessageId, Room } from '@earshot/client';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { chatDesk } from './chat-desk.ts';
import { message } from './testing/message.ts';

/** A stay in the room: what it was asked to delete, what of that the server has told of, and its end. */
function stay(name: string) {
  const deleted: MessageId[] = [];
  const status = { at: 'joined' };
  const chat = {
    snapshot: { messages: [message({ id: 'mine', own: true })] },
    delete: (id: MessageId) => deleted.push(id),
  };
  const room = { snapshot: { room: { name }, self: { joinedAtMs: 0 }, status }, chat } as unknown as Room;
  const breaks = () => {
    status.at = 'ended';
  };
  const answers = () => {
    chat.snapshot = { messages: [message({ id: 'mine', own: true, state: 'deleted' })] };
  };
  return { room, deleted, breaks, answers };
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

test.each([
  ['before its time was over', 1_000],
  ['after its time was over', 20_000],
])(
  'a message that was being deleted when the connection broke is deleted by who is back %s',
  (when, awayMs) => {
    const first = stay(when);
    chatDesk(first.room).delete('mine');
    first.breaks();
    jest.advanceTimersByTime(awayMs);

    const second = stay(when);
    const desk = chatDesk(second.room);
    expect([...desk.snapshot.deleting]).toEqual(['mine']);
    jest.advanceTimersByTime(5_000);
    expect(second.deleted).toEqual(['mine']);
    expect(first.deleted).toEqual([]);
    expect(desk.snapshot.deleting.size).toBe(0);
  },
);

test('a deletion that nobody answered is asked for again at each return, until somebody does', () => {
  const first = stay('unanswered');
  chatDesk(first.room).delete('mine');
  jest.advanceTimersByTime(5_000);
  expect(first.deleted).toEqual(['mine']);
  first.breaks();
  const second = stay('unanswered');
  chatDesk(second.room);
  expect(second.deleted).toEqual(['mine']);
  second.breaks();
  const third = stay('unanswered');
  chatDesk(third.room);
  expect(third.deleted).toEqual(['mine']);
  third.answers();
  third.breaks();
  const fourth = stay('unanswered');
  chatDesk(fourth.room);
  jest.advanceTimersByTime(20_000);
  expect(fourth.deleted).toEqual([]);
});

test('it can still be taken back after coming back', () => {
  const first = stay('taken back');
  chatDesk(first.room).delete('mine');
  first.breaks();
  const second = stay('taken back');
  chatDesk(second.room).keep('mine');
  jest.advanceTimersByTime(20_000);
  expect([...first.deleted, ...second.deleted]).toEqual([]);
});
