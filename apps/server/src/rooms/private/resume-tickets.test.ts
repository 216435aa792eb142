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

const holder = (room: string, text: string) => tickets.find(room, text)?.signingKey;
const lend = (signingKey: string, prefix = 'a house') => tickets.lend('den', { signingKey, prefix });

test('a ticket is its holder’s, in its room, until half a day after they were last in', () => {
  const ticket = tickets.renew('den', 'ann');
  expect(tickets.renew('den', 'bob')).not.toBe(ticket);
  expect(holder('den', ticket)).toBe('ann');
  expect(holder('attic', ticket)).toBeUndefined();
  clock.advance(limits.resumeTicketMs);
  expect(tickets.renew('den', 'ann')).toBe(ticket);
  clock.advance(limits.resumeTicketMs);
  tickets.sweep();
  expect(holder('den', ticket)).toBe('ann');
  clock.advance(1);
  expect(holder('den', ticket)).toBeUndefined();
  tickets.sweep();
  expect(tickets.renew('den', 'ann')).not.toBe(ticket);
});

test('a ticket with which somebody guesses is good no more, until they were right', () => {
  const text = tickets.renew('den', 'ann');
  for (let count = 0; count < limits.wrongProofsPerPrefix; count++) {
    const ticket = tickets.find('den', text);
    expect(ticket?.signingKey).toBe('ann');
    if (ticket) tickets.wrong(ticket);
  }
  expect(holder('den', text)).toBeUndefined();
  tickets.renew('den', 'ann');
  expect(holder('den', text)).toBe('ann');
});

test('of many tickets of a room the one longest unused is forgotten', () => {
  const [first, second] = [tickets.renew('den', 'first'), tickets.renew('den', 'second')];
  for (let count = 2; count < limits.resumeTickets; count++) tickets.renew('den', `${count}`);
  tickets.renew('den', 'first');
  tickets.renew('den', 'one more');
  expect(holder('den', first)).toBe('first');
  expect(holder('den', second)).toBeUndefined();
});

test('a ticket from the door is good while somebody makes themselves ready, and is not that of whoever was in', () => {
  const own = tickets.renew('den', 'ann');
  const lent = lend('ann');
  expect(lent).not.toBe(own);
  expect(lend('ann')).not.toBe(lent);
  clock.advance(limits.doorTicketMs);
  tickets.sweep();
  expect(holder('den', lent)).toBe('ann');
  clock.advance(1);
  expect(holder('den', lent)).toBeUndefined();
  expect(holder('den', own)).toBe('ann');
});

test('however many prove themselves at the door, a house has a few tickets, a room some, and who was in keeps theirs', () => {
  const own = tickets.renew('den', 'ann');
  const neighbour = lend('bob', 'another house');
  const first = lend('eve');
  for (let count = 1; count < limits.doorTicketsPerPrefix; count++) lend('eve');
  expect(holder('den', first)).toBe('eve');
  lend('eve');
  expect(holder('den', first)).toBeUndefined();
  expect(holder('den', neighbour)).toBe('bob');
  for (let count = 0; count < limits.resumeTickets; count++) lend('eve', `house ${count}`);
  expect(holder('den', neighbour)).toBeUndefined();
  expect(holder('den', own)).toBe('ann');
});
