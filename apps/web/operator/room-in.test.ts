import { expect, test } from '@jest/globals';
import { roomIn } from './room-in.ts';

const handle = `p-${'abcdefgh'.repeat(3)}ab`;

test.each([
  ['tea-house', 'tea-house'],
  ['  tea-house ', 'tea-house'],
  [handle, handle],
  ['https://talk.example/r/tea-house', 'tea-house'],
  [`https://talk.example/r/${handle}#k=c2VjcmV0`, handle],
  ['https://talk.example/r/ph%C3%B2ng-tr%C3%A0?x=1', 'phòng-trà'],
  ['/r/tea-house', 'tea-house'],
  ['', undefined],
  ['Tea House', undefined],
  ['https://talk.example/operator', undefined],
  ['talk.example/r/a/b', undefined],
])('%j is the room %j', (text, room) => {
  expect(roomIn(text)).toBe(room);
});
