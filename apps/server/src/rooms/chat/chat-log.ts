import {
  type ChatCommand,
  type FileOffer,
  limits,
  type MemberId,
  RpcError,
  textBytes,
} from '@earshot/protocol';
import { type Author, personOf } from './chat-author.ts';

/** Somebody who writes or reacts, with whether that is kept from others. */
export interface Writer extends Author {
  readonly shadowMuted?: boolean;
}

/** A message as it is kept. */
export interface Entry {
  readonly id: string;
  readonly sequence: number;
  revision: number;
  readonly author: Author;
  readonly sentAtMs: number;
  readonly text: string;
  readonly replyTo: string | undefined;
  readonly file: FileOffer | undefined;
  readonly sealed: Uint8Array | undefined;
  /** Written by somebody who was shadow muted then. */
  readonly shadowMuted: boolean;
  /** By emoji, in the order of their first appearance: who reacted, by what tells them apart. */
  readonly reactions: Map<string, Map<string, Writer>>;
  readonly bytes: number;
}

type Send = Extract<ChatCommand, { do: 'send' }>;

/** What a message costs beside its text: ids, name, a file's name and hash, and the objects themselves. */
const messageOverheadBytes = 512;
const reactionBytes = 128;

/**
 * What was said in a room, in its order, bounded in age, number and bytes: the oldest goes first. Every change
 * has a number, by which a client tells older news of a message from newer ones.
 */
export class ChatLog {
  readonly #entries = new Map<string, Entry>();
  readonly #nowMs: () => number;
  #bytes = 0;
  #lastSequence = 0;
  #revision = 0;

  /** @param options.nowMs Milliseconds since the Unix epoch. */
  constructor(options: { nowMs: () => number }) {
    this.#nowMs = options.nowMs;
  }

  get revision(): number {
    return this.#revision;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Who wrote something of what is kept, by the id of the visit in which they did. */
  authorOf(id: MemberId): Author | undefined {
    this.#forget();
    for (const { author } of this.#entries.values()) if (author.id === id) return author;
    return undefined;
  }

  /** @returns the message; `isNew` is false where it was sent before. @throws RpcError `wrong_state` for a foreign id */
  add(
    { shadowMuted = false, ...author }: Writer,
    { id, text, replyTo, file, sealed }: Send,
  ): { entry: Entry; isNew: boolean } {
    const known = this.#entries.get(id);
    if (known) {
      if (personOf(known.author) === personOf(author)) return { entry: known, isNew: false };
      throw new RpcError('wrong_state', { detail: 'the id is taken' });
    }
    this.#lastSequence += 1;
    this.#revision += 1;
    const entry: Entry = {
      id,
      sequence: this.#lastSequence,
      revision: this.#revision,
      author,
      sentAtMs: this.#nowMs(),
      text,
      replyTo,
      file,
      sealed,
      shadowMuted,
      reactions: new Map(),
      bytes: messageOverheadBytes + textBytes(text) + (sealed?.length ?? 0),
    };
    this.#entries.set(id, entry);
    this.#bytes += entry.bytes;
    this.#forget();
    return { entry, isNew: true };
  }

  /** @returns the message, or undefined where nothing changed. @throws RpcError `not_found`, `too_many_reactions` */
  react(author: Writer, id: string, { emoji, on }: { emoji: string; on: boolean }): Entry | undefined {
    const entry = this.#find(id);
    const person = personOf(author);
    const by = entry.reactions.get(emoji) ?? new Map<string, Writer>();
    if (by.has(person) === on) return undefined;
    if (on) {
      const all = [...entry.reactions.values()].reduce((sum, { size }) => sum + size, 0);
      const tooMany = !entry.reactions.has(emoji) && entry.reactions.size >= limits.chatEmojiPerMessage;
      if (tooMany || all >= limits.chatReactionsPerMessage) throw new RpcError('too_many_reactions');
      entry.reactions.set(emoji, by.set(person, author));
    } else {
      by.delete(person);
      if (by.size === 0) entry.reactions.delete(emoji);
    }
    this.#bytes += on ? reactionBytes : -reactionBytes;
    this.#revision += 1;
    entry.revision = this.#revision;
    this.#forget();
    return entry;
  }

  /**
   * @param mayDeleteOf Whether they may, where it is somebody else's.
   * @returns what it was, and the revision of the deletion.
   * @throws RpcError `not_found`, also where it is somebody else's and they may not
   */
  delete(
    author: Author,
    id: string,
    mayDeleteOf: (by: Author) => boolean = () => false,
  ): { entry: Entry; revision: number } {
    const entry = this.#find(id);
    if (personOf(entry.author) !== personOf(author) && !mayDeleteOf(entry.author)) {
      throw new RpcError('not_found');
    }
    this.#drop(entry);
    this.#revision += 1;
    return { entry, revision: this.#revision };
  }

  /** The last messages before `before`, or of all, in their order, within `chatPageMessages` and `bytes`. */
  page({
    before = Number.POSITIVE_INFINITY,
    bytes = 131_072,
    readable = () => true,
  }: {
    before?: number | undefined;
    bytes?: number;
    /** Whoever asks may not read everything. */
    readable?: (entry: Entry) => boolean;
  } = {}): { entries: Entry[]; hasOlder: boolean } {
    this.#forget();
    const entries: Entry[] = [];
    let room = bytes;
    for (const entry of [...this.#entries.values()].reverse()) {
      if (entry.sequence >= before || !readable(entry)) continue;
      const size = cost(entry);
      if (entries.length >= limits.chatPageMessages || (size > room && entries.length > 0)) {
        return { entries: entries.reverse(), hasOlder: true };
      }
      room -= size;
      entries.push(entry);
    }
    return { entries: entries.reverse(), hasOlder: false };
  }

  #find(id: string): Entry {
    this.#forget();
    const entry = this.#entries.get(id);
    if (!entry) throw new RpcError('not_found');
    return entry;
  }

  #forget(): void {
    const oldestMs = this.#nowMs() - limits.chatHistoryMs;
    for (const entry of this.#entries.values()) {
      const tooMany =
        this.#entries.size > limits.chatHistoryMessages || this.#bytes > limits.chatHistoryBytes;
      if (!tooMany && entry.sentAtMs >= oldestMs) return;
      this.#drop(entry);
    }
  }

  #drop(entry: Entry): void {
    this.#entries.delete(entry.id);
    this.#bytes -= cost(entry);
  }
}

function cost({ bytes, reactions }: Entry): number {
  let count = 0;
  for (const { size } of reactions.values()) count += size;
  return bytes + count * reactionBytes;
}
