import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import { limits, type ResumeTicket } from '@earshot/protocol';

interface Ticket {
  readonly text: ResumeTicket;
  wrong: number;
  untilMs: number;
}

/**
 * Tickets of those who have been in a private room: whoever brings one is not in line with those who guess. One to
 * each signing key of a room, lost with a restart. What is sent with one is not the proof: that is asked for, too.
 */
export class ResumeTickets {
  readonly #clock: Clock;
  /** By room and signing key, in each room the one longest unused first. */
  readonly #rooms = new Map<string, Map<string, Ticket>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** For whoever is in now, or was until now: the same as they had, good from now on. */
  renew(room: string, signingKey: string): ResumeTicket {
    const tickets = this.#rooms.get(room) ?? new Map<string, Ticket>();
    this.#rooms.set(room, tickets);
    const { text } = tickets.get(signingKey) ?? { text: randomBytes(32).toString('base64url') };
    tickets.delete(signingKey);
    tickets.set(signingKey, { text, wrong: 0, untilMs: this.#clock.nowMs() + limits.resumeTicketMs });
    const [oldest] = tickets.keys();
    if (tickets.size > limits.resumeTickets && oldest !== undefined) tickets.delete(oldest);
    return text;
  }

  /** @returns the signing key that it was given to; undefined where it is good no more. */
  holder(room: string, text: ResumeTicket): string | undefined {
    const tickets = this.#rooms.get(room) ?? [];
    const [signingKey] = [...tickets].find(([, each]) => same(each.text, text) && !this.#isOver(each)) ?? [];
    return signingKey;
  }

  /** Whether a ticket that was good when its holder was asked still is: they may have answered elsewhere since. */
  isGood(room: string, signingKey: string): boolean {
    const ticket = this.#rooms.get(room)?.get(signingKey);
    return ticket !== undefined && !this.#isOver(ticket);
  }

  /** Its holder answered, wrongly as far as is known: a ticket is no way to guess without end. */
  wrong(room: string, signingKey: string): void {
    const ticket = this.#rooms.get(room)?.get(signingKey);
    if (ticket) ticket.wrong += 1;
  }

  /** The answer was right. */
  right(room: string, signingKey: string): void {
    const ticket = this.#rooms.get(room)?.get(signingKey);
    if (ticket) ticket.wrong = Math.max(0, ticket.wrong - 1);
  }

  /** Forgets those that are good no more. */
  sweep(): void {
    for (const [room, tickets] of this.#rooms) {
      for (const [key, ticket] of tickets) if (this.#isOver(ticket)) tickets.delete(key);
      if (tickets.size === 0) this.#rooms.delete(room);
    }
  }

  #isOver({ wrong, untilMs }: Ticket): boolean {
    return wrong >= limits.wrongProofsPerPrefix || untilMs < this.#clock.nowMs();
  }
}

function same(one: ResumeTicket, other: ResumeTicket): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
