import type { Message } from '@earshot/client';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type News, NewsFeed } from './news-feed.ts';
import { message } from './testing/message.ts';

let messages: readonly Message[] = [];
let said: News[] = [];
let visible = true;

beforeEach(() => {
  jest.useFakeTimers();
  messages = [];
  said = [];
  visible = true;
});
afterEach(() => {
  jest.useRealTimers();
});

function feed(sinceMs = 0): NewsFeed {
  const chat = {
    get snapshot() {
      return { messages, typing: [], path: 'data_channel' as const, hasOlder: false };
    },
  };
  return new NewsFeed({ chat, sinceMs, visible: () => visible, say: (news) => said.push(news) });
}

function come(to: NewsFeed, ...more: Message[]): void {
  messages = [...messages, ...more];
  to.look();
}

test('reads out what comes in, with who says it and without its Markdown', () => {
  const news = feed();
  come(news, message({ id: '1', text: '**hello** there' }));
  expect(said).toEqual([]);
  jest.advanceTimersByTime(1_000);
  expect(said).toEqual([{ kind: 'message', name: 'Ada', text: 'hello there' }]);
});

test('many at once become a number', () => {
  const news = feed();
  for (let id = 0; id < 8; id += 1) come(news, message({ id: String(id) }));
  jest.advanceTimersByTime(1_000);
  expect(said).toEqual([{ kind: 'many', count: 8 }]);
});

test("says nothing of one's own messages, of history, of deletions, and nothing twice", () => {
  const news = feed(100);
  come(
    news,
    message({ id: '1', own: true, sentAtMs: 200 }),
    message({ id: '2', sentAtMs: 50 }),
    message({ id: '3', sentAtMs: 200, state: 'deleted' }),
  );
  jest.advanceTimersByTime(1_000);
  news.look();
  jest.advanceTimersByTime(1_000);
  expect(said).toEqual([]);
});

test('while nobody looks it waits, and then says how many there were', () => {
  const news = feed();
  visible = false;
  come(news, message({ id: '1' }), message({ id: '2' }));
  jest.advanceTimersByTime(60_000);
  expect(said).toEqual([]);
  visible = true;
  news.look();
  jest.advanceTimersByTime(1_000);
  expect(said).toEqual([{ kind: 'many', count: 2 }]);
});

test('a file is told by its name', () => {
  const news = feed();
  const file = { id: 'f', name: 'plan.pdf', sizeBytes: 1, mime: '', sha256: '' };
  come(news, message({ id: '1', text: '', file }));
  jest.advanceTimersByTime(1_000);
  expect(said).toEqual([{ kind: 'message', name: 'Ada', text: 'plan.pdf' }]);
});
