import { expect, test } from '@jest/globals';
import type { RoomSnapshot } from '../snapshot.ts';
import { RoomHosting } from './room-hosting.ts';

function hosting(self: Partial<RoomSnapshot['self']> = {}): RoomHosting {
  const other = { id: 'ben', role: 'speaker' };
  const snapshot = { room: { owned: true }, self: { id: 'ada', role: 'speaker', ...self }, members: [other] };
  return new RoomHosting({
    request: () => Promise.reject(new Error('nothing is asked here')),
    snapshot: () => snapshot as unknown as RoomSnapshot,
  });
}

test('who is asked to unmute before the page listens hears of it all the same, and once', () => {
  const desk = hosting();
  const heard: string[] = [];
  desk.askedToUnmute('olga');
  const stop = desk.onAskedToUnmute((by) => heard.push(by));
  expect(heard).toEqual(['olga']);
  desk.onAskedToUnmute((by) => heard.push(`${by}, too`));
  desk.askedToUnmute('wren');
  expect(heard).toEqual(['olga', 'wren', 'wren, too']);
  stop();
  stop();
  desk.askedToUnmute('emil');
  expect(heard.at(-1)).toBe('emil, too');
});

test('who only acts as owner keeps order, and has no room to give away', () => {
  const acting = hosting({ role: 'owner', acting: true });
  expect(acting.can('setRole', 'ben')).toBe(true);
  expect(acting.can('handOver', 'ben')).toBe(false);
  expect(hosting({ role: 'owner' }).can('handOver', 'ben')).toBe(true);
});
