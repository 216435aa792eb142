import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, jest, test } from '@jest/globals';
import { KeptSeats } from './kept-seats.ts';
import type { Member } from './member.ts';

const someone = () => ({}) as Member;

function setUp() {
  const clock = new ManualClock();
  return { clock, seats: new KeptSeats(clock) };
}

test('a seat is given up when its time is over, and not before', () => {
  const { clock, seats } = setUp();
  const giveUp = jest.fn();
  seats.keep(someone(), giveUp);
  clock.advance(limits.seatKeptMs - 1);
  expect(giveUp).not.toHaveBeenCalled();
  clock.advance(1);
  expect(giveUp).toHaveBeenCalledTimes(1);
});

test('who is back keeps the seat', () => {
  const { clock, seats } = setUp();
  const [member, giveUp] = [someone(), jest.fn()];
  seats.keep(member, giveUp);
  seats.forget(member);
  clock.advance(2 * limits.seatKeptMs);
  expect(giveUp).not.toHaveBeenCalled();
});

test('a seat whose holder is on their way back waits for them, and counts anew where they do not arrive', () => {
  const { clock, seats } = setUp();
  const [member, giveUp] = [someone(), jest.fn()];
  seats.keep(member, giveUp);
  clock.advance(limits.seatKeptMs - 1);
  const failed = seats.hold(member);
  clock.advance(2 * limits.seatKeptMs);
  expect(giveUp).not.toHaveBeenCalled();
  failed();
  clock.advance(limits.seatKeptMs - 1);
  expect(giveUp).not.toHaveBeenCalled();
  clock.advance(1);
  expect(giveUp).toHaveBeenCalledTimes(1);
});

test('where too many seats are kept the oldest is given up', () => {
  const { seats } = setUp();
  const given: number[] = [];
  for (let index = 0; index < limits.keptSeats + 2; index++) seats.keep(someone(), () => given.push(index));
  expect(given).toEqual([0, 1]);
});
