import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import { limits, type ResumeTicket } from '@earshot/protocol';

export interface Ticket {
  readonly text: ResumeTicket;
  /** Good for this key alone. */
  readonly signingKey: string;
  /** Answers that came with it and do not fit, as far as is known. */
  wrong: number;
  untilMs: number;
}

/** Of somebody who was not in yet. */
interface DoorTicket extends Ticket {
  readonly prefix: string;
}

/**
 * Tickets of those who have proved the secret of a private room: whoever brings one is not in line with those who
 * guess. Lost with a restart. What is sent with one is not the proof: that is asked for, too.
 *
 * Whoever has been in has one for their signing key. Those from the door are kept apart, and short: nobody has seen
 * their bearers, so however many there are, they take nothing from those who were in.
 */
export class ResumeTickets {
  readonly #clock: Clock;
  /** By room and signing key, in each room the one longest unused first. */
  readonly #rooms = new Map<string, Map<string, Ticket>>();
  /** By room, the oldest first. */
  readonly #doors = new Map<string, DoorTicket[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** For whoever is in now, or was until now: the same as they had, good from now on. */
  renew(room: string, signingKey: string): ResumeTicket {
    const tickets = this.#rooms.get(room) ?? new Map<string, Ticket>();
    this.#rooms.set(room, tickets);
    const ticket = tickets.get(signingKey) ?? this.#newTicket(signingKey);
    Object.assign(ticket, { wrong: 0, untilMs: this.#clock.nowMs() + limits.resumeTicketMs });
    tickets.delete(signingKey);
    tickets.set(signingKey, ticket);
    const [oldest] = tickets.keys();
    if (tickets.size > limits.resumeTickets && oldest !== undefined) tickets.delete(oldest);
    return ticket.text;
  }

  /** For whoever has proved the secret at the door: a new one each time, good until they have made themselves ready. */
  lend(room: string, { signingKey, prefix }: { signingKey: string; prefix: string }): ResumeTicket {
    const good = (this.#doors.get(room) ?? []).filter((each) => !this.#isOver(each));
    const theirs = good.filter((each) => each.prefix === prefix);
    const left =
      theirs.length < limits.doorTicketsPerPrefix ? good : good.filter((each) => each !== theirs[0]);
    const untilMs = this.#clock.nowMs() + limits.doorTicketMs;
    const ticket = { ...this.#newTicket(signingKey), prefix, untilMs };
    this.#doors.set(room, [...left, ticket].slice(-limits.resumeTickets));
    return ticket.text;
  }

  /** The room has another secret: what was lent for the one before is over, and would be so many guesses. */
  callIn(room: string): void {
    for (const ticket of this.#doors.get(room) ?? []) ticket.untilMs = Number.NEGATIVE_INFINITY;
    this.#doors.delete(room);
  }

  /** @returns undefined where it is good no more */
  find(room: string, text: ResumeTicket): Ticket | undefined {
    const tickets = [...(this.#rooms.get(room)?.values() ?? []), ...(this.#doors.get(room) ?? [])];
    return tickets.find((each) => same(each.text, text) && !this.#isOver(each));
  }

  /** Whether a ticket that was good when its bearer was asked still is: they may have answered elsewhere since. */
  isGood(ticket: Ticket): boolean {
    return !this.#isOver(ticket);
  }

  /** Its bearer answered, wrongly as far as is known: a ticket is no way to guess without end. */
  wrong(ticket: Ticket): void {
    ticket.wrong += 1;
  }

  /** The answer was right. */
  right(ticket: Ticket): void {
    ticket.wrong = Math.max(0, ticket.wrong - 1);
  }

  /** Forgets those that are good no more. */
  sweep(): void {
    for (const [room, tickets] of this.#rooms) {
      for (const [key, ticket] of tickets) if (this.#isOver(ticket)) tickets.delete(key);
      if (tickets.size === 0) this.#rooms.delete(room);
    }
    for (const [room, tickets] of this.#doors) {
      const good = tickets.filter((each) => !this.#isOver(each));
      if (good.length > 0) this.#doors.set(room, good);
      else this.#doors.delete(room);
    }
  }

  #newTicket(signingKey: string): Ticket {
    return { text: randomBytes(32).toString('base64url'), signingKey, wrong: 0, untilMs: 0 };
  }

  #isOver({ wrong, untilMs }: Ticket): boolean {
    return wrong >= limits.wrongProofsPerPrefix || untilMs < this.#clock.nowMs();
  }
}

function same(one: ResumeTicket, other: ResumeTicket): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
