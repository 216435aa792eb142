import { expect, test } from '@jest/globals';
import { limits } from './limits.ts';
import { defaultRoomSettings, ownerlessRoomSettings, RoomSettings, roomTag } from './room-settings.ts';

const settings = { ...defaultRoomSettings, topic: 'Tea and talk', tags: ['tea', 'trà'], language: 'vi' };

test.each([
  ['the default ones', defaultRoomSettings, defaultRoomSettings],
  ['those of a room that nobody owns', ownerlessRoomSettings, ownerlessRoomSettings],
  ['chosen ones', settings, settings],
  [
    'a topic with what is not seen in it',
    { ...settings, topic: '  Tea\u202e \n and talk ' },
    { ...settings, topic: 'Tea and talk' },
  ],
  [
    'a topic of long graphemes',
    { ...settings, topic: 'ễ'.repeat(limits.roomTopicGraphemes) },
    { ...settings, topic: 'ễ'.repeat(limits.roomTopicGraphemes) },
  ],
  ['a language of three letters', { ...settings, language: 'nds' }, { ...settings, language: 'nds' }],
])('reads %s', (_what, sent, read) => {
  expect(RoomSettings.parse(sent)).toEqual(read);
});

test.each([
  ['a topic that is too long', { topic: 'x'.repeat(limits.roomTopicGraphemes + 1) }],
  ['a topic of one endless grapheme', { topic: `x${'\u0301'.repeat(1_000)}` }],
  ['too many tags', { tags: ['a', 'b', 'c', 'd', 'e', 'f'] }],
  ['the same tag twice', { tags: ['tea', 'tea'] }],
  ['an empty tag', { tags: [''] }],
  ['a tag that is too long', { tags: ['x'.repeat(limits.roomTagGraphemes + 1)] }],
  ['a tag in capital letters', { tags: ['Tea'] }],
  ['a tag with a space', { tags: ['green tea'] }],
  ['a tag of markup', { tags: ['<b>'] }],
  ['a language with a country', { language: 'vi-VN' }],
  ['a language in words', { language: 'french' }],
  ['a room for one', { sizeLimit: 1 }],
  ['a room beyond any', { sizeLimit: limits.roomMembers + 1 }],
  ['half a person', { sizeLimit: 2.5 }],
  ['listening for more than a day', { newcomersListenMinutes: limits.newcomersListenMaxMinutes + 1 }],
  ['a chat slower than any', { slowChatSeconds: limits.slowChatMaxSeconds + 1 }],
  ['a chat faster than time', { slowChatSeconds: -1 }],
  ['an unknown way of speaking', { speaking: 'nobody' }],
  ['nothing of the chat', { chat: undefined }],
])('refuses %s', (_what, change) => {
  expect(RoomSettings.safeParse({ ...settings, ...change }).success).toBe(false);
});

test.each([
  ['Green Tea', 'green-tea'],
  ['#Tea!', 'tea'],
  ['Trà  đá', 'trà-đá'],
  ['x'.repeat(60), 'x'.repeat(limits.roomTagGraphemes)],
  [`${'x'.repeat(limits.roomTagGraphemes - 1)} y`, 'x'.repeat(limits.roomTagGraphemes - 1)],
  ['🎉', ''],
])('makes a tag of %j', (typed, tag) => {
  expect(roomTag(typed)).toBe(tag);
  expect(roomTag(tag)).toBe(tag);
});
