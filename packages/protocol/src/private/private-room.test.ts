import { expect, test } from '@jest/globals';
import { Emoji, SealedEmoji } from '../data/emoji.ts';
import { limits } from '../limits.ts';
import { RoomName } from '../names.ts';
import { roomSlug } from '../text.ts';
import { isPrivateRoom } from './is-private-room.ts';
import { PrivateRecord, PrivateRoomName, SealedMeta } from './private-room.ts';

const name = `p-${'abcdefghijklmnopqrstuvwxyz234567'.slice(0, 26)}`;

test('a private room is told by its name alone, which is a name like any other', () => {
  expect(isPrivateRoom(name)).toBe(true);
  expect(PrivateRoomName.safeParse(name).success).toBe(true);
  expect(RoomName.safeParse(name).success).toBe(true);
  expect(roomSlug(name.toUpperCase())).toBe(name);
  for (const other of [
    name.slice(0, -1),
    `${name}a`,
    name.replace('a', '1'),
    name.replace('p', 'q'),
    'p-tea',
  ]) {
    expect([other, isPrivateRoom(other)]).toEqual([other, false]);
  }
});

test('bytes are taken up to their limit', () => {
  const text = (bytes: number) => Buffer.alloc(bytes).toString('base64url');
  for (const [schema, most] of [
    [PrivateRecord, limits.privateRecordBytes],
    [SealedMeta, limits.sealedMetaBytes],
  ] as const) {
    expect(schema.safeParse(text(most)).success).toBe(true);
    expect(schema.safeParse(text(most + 1)).success).toBe(false);
    expect(schema.safeParse('').success).toBe(false);
    expect(schema.safeParse('a+/=').success).toBe(false);
  }
});

test('a sealed emoji is none in the clear, and the other way round', () => {
  const sealed = Buffer.alloc(limits.sealedEmojiBytes).toString('base64url');
  expect([SealedEmoji.safeParse(sealed).success, Emoji.safeParse(sealed).success]).toEqual([true, false]);
  expect([SealedEmoji.safeParse('👍').success, Emoji.safeParse('👍').success]).toEqual([false, true]);
});
