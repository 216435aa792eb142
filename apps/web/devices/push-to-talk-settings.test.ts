import { expect, test } from '@jest/globals';
import { keyName, parsePushToTalk } from './push-to-talk-settings.ts';

test('what was chosen comes back', () => {
  const chosen = { on: true, code: 'KeyV', key: 'v' };
  expect(parsePushToTalk(JSON.stringify(chosen))).toEqual(chosen);
  expect(keyName(chosen)).toBe('V');
});

test.each([null, '', 'null', '[]', '{"on":true,"code":"Escape","key":"Escape"}', '{"code":3}'])(
  'what makes no sense is Space: %s',
  (stored) => {
    expect(parsePushToTalk(stored)).toMatchObject({ code: 'Space', key: ' ' });
    expect(keyName(parsePushToTalk(stored))).toBe('');
  },
);
