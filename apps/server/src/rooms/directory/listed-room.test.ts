import { Emitter, ManualClock } from '@earshot/lifetime';
import { defaultRoomSettings, limits, ownerlessRoomSettings, type RoomListing } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { HouseRules } from '../../guard/house/house-rules.ts';
import type { Announcement } from '../announcement.ts';
import { type ListableRoom, listRoom } from './listed-room.ts';
import { Square } from './square.ts';

type Changeable = { -readonly [Field in keyof ListableRoom]: ListableRoom[Field] };

/** A room that a test changes, in a square; `look` is what the square says of it after the next round. */
function opened(some: Partial<ListableRoom>) {
  const clock = new ManualClock();
  const square = new Square(clock);
  const events = new Emitter<{ closed: []; announced: [Announcement] }>();
  const nobodys = { settings: ownerlessRoomSettings, owned: false };
  const room: Changeable = {
    name: 'den',
    startedAtMs: 7,
    closed: false,
    present: 0,
    events,
    ...nobodys,
    ...some,
  };
  const reports = { hides: () => false, events: new Emitter() };
  const claims = { yields: () => false, events: new Emitter<{ stirred: [name: string] }>() };
  const house = new HouseRules(clock);
  listRoom(room, square, { nowMs: () => clock.nowMs(), reports, claims, house });
  const look = (): RoomListing | undefined => {
    events.emit('announced', { method: 'memberLeft', params: { memberId: 'x', reason: 'left' } });
    clock.advance(limits.directoryRoundMs);
    return square.get('den');
  };
  return { clock, square, room, events, look, house };
}

test('without an owner it is listed while two are there', () => {
  const { room, look } = opened({});
  const seen = [0, 1, 2, 1, 3, 0].map((present) => {
    room.present = present;
    return look()?.people;
  });
  expect(seen).toEqual([undefined, undefined, 2, undefined, 3, undefined]);
});

test('with an owner it is listed while they want it and somebody is there, as they present it', () => {
  const settings = { ...defaultRoomSettings, topic: 'Tea', tags: ['tea'], language: 'en' };
  const { room, look } = opened({ owned: true, present: 5, settings });
  expect(look()).toBeUndefined();
  room.settings = { ...settings, listed: true };
  expect(look()).toMatchObject({ name: 'den', topic: 'Tea', tags: ['tea'], language: 'en', people: 5 });
  room.present = 1;
  expect(look()?.people).toBe(1);
  room.present = 0;
  expect(look()).toBeUndefined();
});

test('an encrypted room is not listed, whatever its owner wants', () => {
  const { room, look } = opened({
    owned: true,
    present: 5,
    settings: { ...defaultRoomSettings, listed: true },
  });
  expect(look()?.people).toBe(5);
  room.settings = { ...room.settings, encrypted: true };
  expect(look()).toBeUndefined();
});

test('who talks is counted until they are silent, without anything else happening', () => {
  const { clock, square, events, look } = opened({ present: 3 });
  expect(look()?.talking).toBe(0);
  const talk = (...levels: number[]) => {
    events.emit('announced', { method: 'levels', params: { levels } });
    clock.advance(limits.directoryRoundMs);
    return square.get('den')?.talking;
  };
  expect(talk(0, 20, 4, 25, 1, 59)).toBe(2);
  expect(talk(0, 20)).toBe(2);
  clock.advance(5_000);
  expect(square.get('den')?.talking).toBe(0);
  expect(clock.pendingTimers).toBe(0);
});

test('a room that is over is not listed, whatever is in it', () => {
  const { clock, square, room, events, look } = opened({ present: 3 });
  expect(look()?.people).toBe(3);
  room.closed = true;
  events.emit('closed');
  clock.advance(limits.directoryRoundMs);
  expect(square.get('den')).toBeUndefined();
});
