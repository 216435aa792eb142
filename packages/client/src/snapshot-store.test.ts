import type { JoinResult, Member } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { openRoom } from './private/privacy.ts';
import { firstSnapshot } from './room-state.ts';
import { SnapshotStore } from './snapshot-store.ts';

const self: Member = {
  id: 'me',
  seat: 0,
  name: 'me',
  key: '',
  presence: 'here',
  role: 'speaker',
  microphone: 'off',
  streams: [],
  joinedAtMs: 1,
};
const first = () =>
  firstSnapshot({ room: { name: 'lobby', startedAtMs: 1 }, self, members: [] as Member[] } as JoinResult, {
    microphone: 'off',
    privacy: openRoom,
  });

test('calls back once per change, and not at all where nothing changed', () => {
  const store = new SnapshotStore(first());
  let calls = 0;
  const undo = store.subscribe(() => {
    calls += 1;
  });
  store.apply({ type: 'media', state: 'connecting' });
  store.apply({ type: 'media', state: 'connecting' });
  expect(calls).toBe(1);
  undo();
  store.apply({ type: 'media', state: 'connected' });
  expect(calls).toBe(1);
  expect(store.snapshot.media).toBe('connected');
});
