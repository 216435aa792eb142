import type { Message } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { message } from './testing/message.ts';
import { caughtUp, step, type Unread } from './unread.ts';

const said = (...ids: string[]) => ids.map((id) => message({ id }));
const own = (id: string, about: Partial<Message> = {}) => message({ id, own: true, ...about });
const away = (messages: readonly Message[], sinceMs = 0) => caughtUp(messages, sinceMs);
const hear = (unread: Unread, messages: readonly Message[]) => step(unread, { type: 'messages', messages });
const read = (unread: Unread, messages: readonly Message[]) => step(unread, { type: 'reading', messages });

test('counts what others say while nobody reads, and nothing that was there before', () => {
  const unread = hear(away(said('1', '2')), [...said('1', '2', '3'), own('4'), ...said('5')]);
  expect(unread).toMatchObject({ count: 2, first: '3' });
});

test('reading makes it nothing, and keeps the line where the new begins until the reader has been away', () => {
  const now = [...said('1', '2', '3')];
  const reading = read(hear(away(said('1')), now), now);
  expect(reading).toMatchObject({ count: 0, first: '2' });
  const more = [...now, ...said('4')];
  expect(hear(reading, more)).toMatchObject({ count: 0, first: '2' });
  const back = step(hear(reading, more), { type: 'away', messages: more });
  expect(back.first).toBeUndefined();
  expect(hear(back, more).count).toBe(0);
});

test('going further away changes nothing', () => {
  const unread = hear(away(said('1')), said('1', '2'));
  expect(step(unread, { type: 'away', messages: said('1', '2') })).toBe(unread);
});

test('a message that is deleted before it is read is not counted any more', () => {
  const deleted = message({ id: '2', state: 'deleted' });
  const unread = hear(hear(away(said('1')), said('1', '2', '3')), [...said('1'), deleted, ...said('3')]);
  expect(unread).toMatchObject({ count: 1, first: '3' });
});

test('older history that is fetched is not news', () => {
  expect(hear(away(said('8', '9')), said('1', '2', '8', '9')).count).toBe(0);
});

test('history that comes later than oneself is not news, and what was said since is', () => {
  const history = [message({ id: '1', sentAtMs: 10 }), message({ id: '2', sentAtMs: 20 })];
  expect(hear(away([], 15), history)).toMatchObject({ count: 1, first: '2' });
});

test("what comes in above one's own unsent message is news", () => {
  const sending = own('x', { state: 'sending' });
  expect(hear(away([...said('1'), sending]), [...said('1', '2'), sending]).count).toBe(1);
});
