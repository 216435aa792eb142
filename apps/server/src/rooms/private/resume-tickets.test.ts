import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { beforeEach, expect, test } from '@jest/globals';
import { ResumeTickets } from './resume-tickets.ts';

let clock: ManualClock;
let tickets: ResumeTickets;
beforeEach(() => {
  clock = new ManualClock();
  tickets = new ResumeTickets(clock);
});

test('a ticket is its holder’s, in its room, until half a day after they were last in', () => {
  const ticket = tickets.renew('den', 'ann');
  expect(tickets.renew('den', 'bob')).not.toBe(ticket);
  expect(tickets.holder('den', ticket)).toBe('ann');
  expect(tickets.holder('attic', ticket)).toBeUndefined();
  clock.advance(limits.resumeTicketMs);
  expect(tickets.renew('den', 'ann')).toBe(ticket);
  clock.advance(limits.resumeTicketMs);
  tickets.sweep();
  expect(tickets.holder('den', ticket)).toBe('ann');
  clock.advance(1);
  expect(tickets.holder('den', ticket)).toBeUndefined();
  tickets.sweep();
  expect(tickets.renew('den', 'ann')).not.toBe(ticket);
});

test('a ticket with which somebody guesses is good no more, until they were right', () => {
  const ticket = tickets.renew('den', 'ann');
  for (let count = 0; count < limits.wrongProofsPerPrefix; count++) {
    expect(tickets.holder('den', ticket)).toBe('ann');
    tickets.wrong('den', 'ann');
  }
  expect(tickets.holder('den', ticket)).toBeUndefined();
  tickets.renew('den', 'ann');
  expect(tickets.holder('den', ticket)).toBe('ann');
});

test('of many tickets of a room the one longest unused is forgotten', () => {
  const [first, second] = [tickets.renew('den', 'first'), tickets.renew('den', 'second')];
  for (let count = 2; count < limits.resumeTickets; count++) tickets.renew('den', `${count}`);
  tickets.renew('den', 'first');
  tickets.renew('den', 'one more');
  expect(tickets.holder('den', first)).toBe('first');
  expect(tickets.holder('den', second)).toBeUndefined();
});
