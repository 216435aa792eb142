import type { Role } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { standingNews } from './floor.ts';

const as = (role: Role, withheld = false) => ({
  role,
  ...(withheld && { microphoneRight: 'withheld' as const }),
});

test('whoever gets the right to speak is told how, and whoever loses it why', () => {
  expect(standingNews(as('speaker'), as('speaker', true))?.words).toBe('floor.withheldWhy');
  expect(standingNews(as('speaker', true), as('speaker'))).toEqual({ floor: 'again' });
  expect(standingNews(as('listener'), as('speaker'))).toEqual({ floor: 'now' });
  expect(standingNews(as('speaker'), as('listener'))).toEqual({
    words: 'floor.madeListener',
    floor: undefined,
  });
});

test('a role that comes or goes is said, and nothing else is', () => {
  expect(standingNews(as('speaker'), as('moderator'))?.words).toBe('floor.madeModerator');
  expect(standingNews(as('moderator'), as('owner'))?.words).toBe('floor.madeOwner');
  expect(standingNews(as('owner'), as('moderator'))?.words).toBe('floor.madeModerator');
  expect(standingNews(as('moderator'), as('speaker'))?.words).toBe('floor.noModerator');
  expect(standingNews(as('speaker'), as('speaker'))).toBeUndefined();
  expect(standingNews(as('listener', true), as('listener', true))).toBeUndefined();
});

test('who stands in for the owner hears until when, and when that is', () => {
  const acting = { role: 'owner', acting: true } as const;
  expect(standingNews(as('moderator'), acting)?.words).toBe('floor.madeActing');
  expect(standingNews(acting, as('moderator'))?.words).toBe('floor.ownerBack');
  expect(standingNews(acting, as('owner'))?.words).toBe('floor.madeOwner');
  expect(standingNews(acting, acting)).toBeUndefined();
});

test('a listener whom a host has muted cannot speak by being made a speaker', () => {
  expect(standingNews(as('listener', true), as('speaker', true))).toEqual({
    words: 'floor.withheldWhy',
    floor: undefined,
  });
});
