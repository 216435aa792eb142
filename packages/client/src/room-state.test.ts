import { defaultRoomSettings, type JoinResult, type Member, RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { openRoom } from './private/privacy.ts';
import { firstSnapshot, step } from './room-state.ts';
import type { RoomSnapshot } from './snapshot.ts';

function member(id: string, changes: Partial<Member> = {}): Member {
  return {
    id,
    seat: id.charCodeAt(0),
    name: id,
    key: '',
    presence: 'here',
    role: 'speaker',
    microphone: 'off',
    streams: [],
    joinedAtMs: 1_000,
    ...changes,
  };
}

function room(...ids: string[]): RoomSnapshot {
  const join = {
    room: { name: 'lobby', startedAtMs: 1, settings: defaultRoomSettings, owned: false },
    self: member('me'),
    members: ids.map((id) => member(id)),
  };
  return firstSnapshot(join as JoinResult, { microphone: 'off', privacy: openRoom });
}

test('newcomers come last, and those who change keep their place', () => {
  let snapshot = step(room('a', 'b'), { type: 'memberJoined', member: member('c') });
  snapshot = step(snapshot, { type: 'memberChanged', member: member('a', { microphone: 'live' }) });
  expect(snapshot.members.map(({ id, microphone }) => `${id} ${microphone}`)).toEqual([
    'a live',
    'b off',
    'c off',
  ]);
});

test('keeps every part that did not change the same object', () => {
  const before = room('a', 'b');
  const after = step(before, { type: 'memberChanged', member: member('a', { microphone: 'muted' }) });
  expect(after).not.toBe(before);
  expect(after.members[1]).toBe(before.members[1]);
  expect(after.self).toBe(before.self);
  expect(after.room).toBe(before.room);
  expect(step(before, { type: 'media', state: 'connecting' }).members).toBe(before.members);
});

test.each([
  ['someone unknown changes', { type: 'memberChanged', member: member('x') }],
  ['someone unknown leaves', { type: 'memberLeft', memberId: 'x' }],
  ['someone changes into what they are', { type: 'memberChanged', member: member('a') }],
  ['one hears of oneself', { type: 'memberJoined', member: member('me') }],
  ['the media are as they were', { type: 'media', state: 'idle' }],
  ['the playback is as it was', { type: 'playback', state: 'playing' }],
  ['the microphone is as it was', { type: 'microphone', state: 'off' }],
] as const)('is the same snapshot when %s', (_, event) => {
  const before = room('a');
  expect(step(before, event)).toBe(before);
});

test("late news about one's own microphone do not overrule what one did since", () => {
  const muted = step(room(), { type: 'microphone', state: 'muted' });
  const after = step(muted, {
    type: 'memberChanged',
    member: member('me', { microphone: 'live', name: 'new' }),
  });
  expect(after.self).toMatchObject({ microphone: 'muted', name: 'new' });
});

test('a failed microphone is told until one is live', () => {
  const error = new RpcError('media_rejected');
  const failed = step(room(), { type: 'microphoneFailed', error });
  expect(failed.microphoneError).toBe(error);
  const muted = step(failed, { type: 'microphone', state: 'muted' });
  expect(muted.microphoneError).toBe(error);
  expect(step(muted, { type: 'microphone', state: 'live' })).not.toHaveProperty('microphoneError');
});

test('nothing happens any more in a room that has ended', () => {
  const end = { reason: 'left', retryable: false, detail: 'left' } as const;
  const ended = step(room('a'), { type: 'ended', end });
  expect(ended).toMatchObject({ status: { at: 'ended', end }, self: { microphone: 'off' }, media: 'idle' });
  expect(step(ended, { type: 'memberLeft', memberId: 'a' })).toBe(ended);
  expect(step(ended, { type: 'ended', end: { ...end, detail: 'again' } })).toBe(ended);
});

test('what holds in the room changes with it, and nothing else does', () => {
  const before = room('ann');
  const settings = { ...before.room.settings, locked: true };
  const after = step(before, { type: 'roomChanged', settings, owned: true });
  expect(after.room).toEqual({ ...before.room, settings, owned: true });
  expect(after.members).toBe(before.members);
  expect(step(after, { type: 'roomChanged', settings: { ...settings }, owned: true })).toBe(after);
});

test('votes are there while they are under way', () => {
  const vote = (memberId: string, agreed: number) =>
    ({ type: 'voteChanged', vote: { memberId, agreed, needed: 3 } }) as const;
  const before = room('ann', 'bob');
  const open = step(step(before, vote('ann', 1)), vote('bob', 2));
  expect(step(open, vote('ann', 2)).votes.map(({ memberId, agreed }) => [memberId, agreed])).toEqual([
    ['bob', 2],
    ['ann', 2],
  ]);
  expect(step(open, vote('bob', 0)).votes).toEqual([{ memberId: 'ann', agreed: 1, needed: 3 }]);
  expect(step(before, vote('ann', 0))).toBe(before);
});
