import type { Clock } from '@earshot/lifetime';
import { may, RpcError } from '@earshot/protocol';
import { type Author, personOf } from '../chat/chat-author.ts';
import type { Writer } from '../chat/chat-log.ts';
import type { ChatRules } from '../chat/chat-rules.ts';
import { hostsOnly } from './action-log.ts';
import { asPerson, type Hosting } from './hosting.ts';

/** People whose last message is remembered; the oldest goes. */
const peopleKnown = 10_000;

/** What of the room's order concerns its chat. */
export class ChatOrder implements ChatRules {
  readonly #hosting: Hosting;
  readonly #clock: Clock;
  /** When each wrote last, the longest ago first. */
  readonly #wroteAtMs = new Map<string, number>();

  constructor(hosting: Hosting, clock: Clock) {
    this.#hosting = hosting;
    this.#clock = clock;
  }

  beforeSend(author: Author): void {
    const { chat, slowChatSeconds } = this.#hosting.settings;
    if (may('writeFreely', this.#hosting.actor(author))) return;
    if (chat === 'off') throw new RpcError('chat_off');
    const nowMs = this.#clock.nowMs();
    const person = personOf(author);
    const nextAtMs = (this.#wroteAtMs.get(person) ?? Number.NEGATIVE_INFINITY) + slowChatSeconds * 1_000;
    if (nowMs < nextAtMs) throw new RpcError('chat_slow', { retryAfterMs: Math.ceil(nextAtMs - nowMs) });
    this.#wroteAtMs.delete(person);
    this.#wroteAtMs.set(person, nowMs);
    const [first] = this.#wroteAtMs.keys();
    if (this.#wroteAtMs.size > peopleKnown && first !== undefined) this.#wroteAtMs.delete(first);
  }

  mayDelete(who: Author, by: Author): boolean {
    return may('deleteMessage', this.#hosting.actor(who), this.#hosting.roles.of(by));
  }

  deleted(who: Author, by: Writer): void {
    const detail = by.shadowMuted ? hostsOnly : undefined;
    void this.#hosting.log.add({ by: asPerson(who), action: 'deleteMessage', on: asPerson(by), detail });
  }

  isShadowMuted(author: Author): boolean {
    return this.#hosting.roles.isShadowMuted(author);
  }

  isHost(author: Author): boolean {
    return this.#hosting.roles.isHost(author);
  }
}
