import { expect, test } from '@jest/globals';
import { parseProfile } from './own-profile.ts';

test.each([
  ['{"emoji":"🦊","status":"hi"}', { emoji: '🦊', status: 'hi' }],
  ['{"emoji":7}', { emoji: '', status: '' }],
  ['not json', { emoji: '', status: '' }],
  ['null', { emoji: '', status: '' }],
  [null, { emoji: '', status: '' }],
])('reads %s', (stored, profile) => {
  expect(parseProfile(stored)).toEqual(profile);
});
