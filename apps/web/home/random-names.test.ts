import { cleanName, roomSlug } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { nameWords } from '../i18n/en/name-words.ts';
import { randomPersonName, randomRoomName } from './random-names.ts';
import { readableLink, roomFromPath, roomPath } from './room-link.ts';

test('a random room name is a room link as it stands', () => {
  for (let index = 0; index < 200; index += 1) {
    const name = randomRoomName(nameWords, Math.random);
    expect(name).toMatch(/^[a-z]+-[a-z]+-\d\d$/);
    expect(roomSlug(name)).toBe(name);
  }
});

test('the ends of the range are words too', () => {
  expect(randomRoomName(nameWords, () => 0)).toBe('amber-acorn-10');
  expect(randomRoomName(nameWords, () => 0.999_999)).toBe('witty-willow-99');
});

test('a random person name is clean as it stands', () => {
  for (let index = 0; index < 200; index += 1) {
    const name = randomPersonName(nameWords, Math.random);
    expect(cleanName(name)).toBe(name);
    expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  }
});

test('a room of any script survives its link', () => {
  for (const room of ['quiet-maple-37', 'café-du-coin', '朝の会', 'phòng-khách', 'ردهة']) {
    expect(roomFromPath(roomPath(room))).toBe(room);
    expect(roomFromPath(`/r/${room}`)).toBe(room);
  }
});

test('paths that name no room', () => {
  for (const path of ['/', '/r', '/r/', '/r/%', '/r/!!!', '/r/a/b', '/x/a'])
    expect(roomFromPath(path)).toBe('');
});

test('a typed path becomes the room it means', () => {
  expect(roomFromPath('/r/Quiet%20Maple')).toBe('quiet-maple');
  expect(readableLink('talk.example', 'phòng-khách')).toBe('talk.example/r/phòng-khách');
});
