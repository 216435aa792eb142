import { Emitter, ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { Doors } from './doors.ts';
import { Talkers } from './talkers.ts';

const clock = new ManualClock();

/** A room of people on seats 0, 1, 2 …, and who talks in it. */
function roomOf(
  names: readonly string[],
  settings = { topic: 'Tea', locked: false, listed: true, encrypted: false },
) {
  const members = names.map((name, seat) => ({
    seat,
    name,
    presence: name.startsWith('(') ? ('away' as const) : ('here' as const),
  }));
  return {
    room: { name: 'tea', settings, members, events: new Emitter<{ closed: [] }>() },
    talkers: new Talkers(),
  };
}

test('who talks stands first, the others as they came, and who is away is not seen', () => {
  const doors = new Doors(clock);
  const { room, talkers } = roomOf(['Ann', '(Ben)', 'Cleo', 'Dan']);
  doors.open(room, talkers);
  talkers.heard([2, 20], clock.nowMs());
  const glance = doors.glance('tea');
  expect(glance.faces.map(({ name, talking }) => [name, talking])).toEqual([
    ['Cleo', true],
    ['Ann', false],
    ['Dan', false],
  ]);
  expect(glance).toMatchObject({ people: 3, talking: 1, topic: 'Tea' });
});

test('of a crowd no more is told than is shown, of a room that is locked or unlisted no name, and of an unlisted one not what it is about', () => {
  const doors = new Doors(clock);
  const names = Array.from({ length: 40 }, (_, seat) => `Guest ${seat}`);
  const { room, talkers } = roomOf(names);
  doors.open(room, talkers);
  expect(doors.glance('tea')).toMatchObject({ people: 40 });
  expect(doors.glance('tea').faces).toHaveLength(limits.glanceFaces);
  doors.open({ ...room, settings: { ...room.settings, locked: true } }, talkers);
  expect(doors.glance('tea')).toMatchObject({ people: 40, faces: [], topic: 'Tea', locked: true });
  talkers.heard([2, 20], clock.nowMs());
  doors.open({ ...room, settings: { ...room.settings, listed: false } }, talkers);
  expect(doors.glance('tea')).toMatchObject({ people: 40, talking: 1, faces: [], topic: '' });
});

test('a room that ended is seen no more, but one that took its name is', () => {
  const doors = new Doors(clock);
  const [first, second] = [roomOf(['Ann']), roomOf(['Ben', 'Cleo'])];
  doors.open(first.room, first.talkers);
  doors.open(second.room, second.talkers);
  first.room.events.emit('closed');
  expect(doors.glance('tea').people).toBe(2);
  second.room.events.emit('closed');
  expect(doors.glance('tea').people).toBe(0);
});

test('whoever has a link without a key is told that the room takes one', () => {
  const doors = new Doors(clock);
  const { room, talkers } = roomOf(['Ann']);
  doors.open({ ...room, settings: { topic: 'Tea', locked: false, listed: true } }, talkers);
  expect(doors.glance('tea').encrypted).toBe(false);
  doors.open({ ...room, settings: { ...room.settings, encrypted: true } }, talkers);
  expect(doors.glance('tea').encrypted).toBe(true);
});
