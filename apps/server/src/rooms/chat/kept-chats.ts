import type { Clock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import type { ChatLog } from './chat-log.ts';

/** Bytes of all chats that are kept for empty rooms; the oldest go first. */
const maxBytes = 67_108_864;

interface Kept {
  readonly log: ChatLog;
  readonly emptyAtMs: number;
}

/**
 * What was said in rooms that have just become empty. Whoever reloads a page while alone in a room, or goes
 * with everybody else to another network, finds the conversation again; an hour later nobody does.
 */
export class KeptChats {
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  keep(room: string, log: ChatLog): void {
    if (log.size > 0) this.#kept.set(room, { log, emptyAtMs: this.#clock.nowMs() });
    let bytes = 0;
    for (const { log: each } of this.#kept.values()) bytes += each.bytes;
    for (const [name, { log: each, emptyAtMs }] of this.#kept) {
      if (bytes <= maxBytes && !this.#isOver(emptyAtMs)) return;
      this.#kept.delete(name);
      bytes -= each.bytes;
    }
  }

  /** Gives a chat back to its room. */
  take(room: string): ChatLog | undefined {
    const kept = this.#kept.get(room);
    this.#kept.delete(room);
    return kept && !this.#isOver(kept.emptyAtMs) ? kept.log : undefined;
  }

  #isOver(emptyAtMs: number): boolean {
    return this.#clock.nowMs() - emptyAtMs > limits.chatKeptMs;
  }
}
