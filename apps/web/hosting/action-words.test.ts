import { expect, test } from '@jest/globals';
import { english } from '../i18n/english.ts';
import { formatter } from '../i18n/format.ts';
import { actionWords } from './action-words.ts';

const words = { t: english, format: formatter('en') };
const entry = (action: string, detail?: string, on: string | undefined = 'Ben') => ({
  id: '1',
  atMs: 0,
  by: { name: 'Anna' },
  action,
  ...(on && { on: { name: on } }),
  ...(detail !== undefined && { detail }),
});
const said = (...given: Parameters<typeof entry>) => actionWords(entry(...given), words);

test('says what was done to whom, and for how long', () => {
  expect(said('mute')).toEqual(['Anna muted Ben']);
  expect(said('ban', '600000')).toEqual(['Anna banned Ben for 10 min']);
  expect(said('ban')).toEqual(['Anna banned Ben for good']);
  expect(said('role', 'moderator')).toEqual(['Anna made Ben a moderator']);
  expect(said('lowerHands', undefined, '')).toEqual(['Anna lowered all hands']);
});

test('says each setting that changed', () => {
  expect(said('modes', 'locked=true', '')).toEqual(['Anna locked the room']);
  expect(said('settings', 'newcomersListenMinutes=5', '')).toEqual([
    'Anna lets newcomers listen for 5 min first',
  ]);
  expect(said('settings', 'topic tags=tea,green-tea sizeLimit=20 slowChatSeconds=30', '')).toEqual([
    'Anna changed the topic',
    'Anna changed the tags',
    'Anna made room for 20 people',
    'Anna slowed the chat: one message every 30 sec',
  ]);
});

test('what a later version writes down is no riddle', () => {
  expect(said('somethingNew')).toEqual(['Anna kept order']);
  expect(said('modes', 'someday=true', '')).toEqual(['Anna kept order']);
  expect(said('role', 'king')).toEqual(['Anna kept order']);
});
