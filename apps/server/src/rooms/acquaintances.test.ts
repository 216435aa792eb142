import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { beforeEach, expect, test } from '@jest/globals';
import { Acquaintances } from './acquaintances.ts';
import { ChatLog } from './chat/chat-log.ts';

const somebody = (id: string, key = '') => ({
  author: { id, name: id, key },
  party: { prefix: '198.51.100.1/32', key },
});

let clock: ManualClock;
let log: ChatLog;
let known: Acquaintances;
beforeEach(() => {
  clock = new ManualClock();
  log = new ChatLog({ nowMs: () => clock.wallMs() });
  const ann = somebody('ann');
  known = new Acquaintances({ clock, member: (id) => (id === 'ann' ? ann : undefined), log });
});

test('who is in is known, and who left is for five minutes, with where they came from', () => {
  known.left(somebody('bob'));
  expect(known.find('ann').author.name).toBe('ann');
  clock.advance(limits.reportAfterLeavingMs);
  expect(known.find('bob').party.prefix).toBe('198.51.100.1/32');
  clock.advance(1);
  expect(() => known.find('bob')).toThrow('not yours');
});

test('who wrote something is known for as long as that can be read', () => {
  log.add(somebody('bob', 'a key').author, { do: 'send', id: 'a-message-that-hurts', text: 'rude' });
  clock.advance(limits.reportAfterLeavingMs + 1);
  expect(known.find('bob')).toEqual({
    author: { id: 'bob', name: 'bob', key: 'a key' },
    party: { prefix: '', key: 'a key' },
  });
  clock.advance(limits.chatHistoryMs);
  expect(() => known.find('bob')).toThrow('not yours');
});

test('of a crowd that leaves only so many are remembered, the last ones', () => {
  for (let index = 0; index <= limits.departedRemembered; index++) known.left(somebody(`guest ${index}`));
  expect(() => known.find('guest 0')).toThrow('not yours');
  expect(known.find('guest 1').author.name).toBe('guest 1');
});
