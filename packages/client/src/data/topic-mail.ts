import type { MemberId } from '@earshot/protocol';
import { callOut } from '../snapshot-store.ts';
import type { DataMessage } from './data-topic.ts';

/** Posts that are kept for topics nobody listens to yet, the newest; 64 of the largest are 1 MiB. */
const maxKept = 64;

type Listener = (message: DataMessage) => void;

/**
 * Brings an application's posts to whoever listens to their topic. What comes while an application is still on
 * its way in waits for its first listener: others may write to it from the moment they see it in the room.
 */
export class TopicMail {
  readonly #listeners = new Map<string, Set<Listener>>();
  #kept: { readonly topic: string; readonly message: DataMessage }[] = [];

  take(topic: string, bytes: Uint8Array, from: MemberId): void {
    const message = { from, bytes };
    const listeners = this.#listeners.get(topic);
    if (listeners) for (const listener of listeners) callOut(() => listener(message));
    else this.#kept = [...this.#kept, { topic, message }].slice(-maxKept);
  }

  /** Calls back with what waits, then with what comes; returns its undo. */
  listen(topic: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    const waiting = this.#kept.filter((each) => each.topic === topic);
    this.#kept = this.#kept.filter((each) => each.topic !== topic);
    for (const { message } of waiting) callOut(() => listener(message));
    return () => {
      listeners.delete(listener);
    };
  }
}
