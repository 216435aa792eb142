import { type Clock, TokenBucket } from '@earshot/lifetime';
import {
  ChatCommand,
  type ChatEvent,
  type ChatMessage,
  type ErrorName,
  graphemes,
  limits,
  RpcError,
  readContent,
  textBytes,
  topics,
  writeContent,
} from '@earshot/protocol';
import type { Guard } from '../../guard/guard.ts';
import { postDown } from '../data/postbox.ts';
import type { Correspondent } from '../data/relay.ts';
import { type Author, ChatAuthors, personOf } from './chat-author.ts';
import { ChatLog, type Entry, type Writer } from './chat-log.ts';
import { messageFor, type Reader, reads, shadowMutedOf, writerOf } from './chat-reader.ts';
import type { ChatRules } from './chat-rules.ts';
import { checkSealing } from './check-sealing.ts';
import { OwedPuzzles } from './owed-puzzles.ts';

type Send = Extract<ChatCommand, { do: 'send' }>;

/** What is kept of a member who writes. */
interface Account {
  readonly messages: TokenBucket;
  readonly changes: TokenBucket;
  readonly puzzles: OwedPuzzles;
}

/** The chat of a room: takes commands, keeps what was said, and tells everybody of each change. */
export class Chat {
  readonly #clock: Clock;
  readonly #guard: Guard;
  readonly #members: () => Iterable<Correspondent>;
  /** It outlives the room for a while. */
  readonly log: ChatLog;
  readonly #rules: ChatRules;
  readonly #encrypted: () => boolean;
  readonly #authors = new ChatAuthors();
  readonly #accounts = new WeakMap<Correspondent, Account>();

  /** @param options.log What was said in the room before. */
  constructor(options: {
    clock: Clock;
    guard: Guard;
    members: () => Iterable<Correspondent>;
    rules: ChatRules;
    /** Whether the room is. */
    encrypted: () => boolean;
    log?: ChatLog | undefined;
  }) {
    this.#rules = options.rules;
    this.#encrypted = options.encrypted;
    this.#guard = options.guard;
    this.#clock = options.clock;
    this.#members = options.members;
    this.log = options.log ?? new ChatLog({ nowMs: () => options.clock.wallMs() });
  }

  arrived({ author }: Correspondent): void {
    this.#authors.arrived(author);
  }

  left({ author }: Correspondent): void {
    this.#authors.left(author);
  }

  /** @throws RpcError `malformed_data`; every other refusal is told to the one who asked. */
  take(from: Correspondent, content: Uint8Array): void {
    const command = readContent(ChatCommand, content);
    try {
      this.#carryOut(from, command);
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      const { error: name, retryAfterMs, puzzle, detail } = error;
      const later = retryAfterMs === undefined ? {} : { retryAfterMs };
      const refused = {
        say: 'refused',
        id: command.id,
        what: command.do,
        error: name as ErrorName,
        ...later,
        ...(puzzle && { puzzle }),
        ...(name === 'held' && { why: detail }),
      };
      from.postbox?.tell(eventBody(refused as ChatEvent));
      // Whoever showed the reaction already hears what there really is.
      const entry = command.do === 'react' ? this.log.get(command.id) : undefined;
      const reader = this.#reader(from.author);
      if (entry && reads(reader, writerOf(entry)))
        from.postbox?.tell(eventBody(this.#reactions(reader, entry)));
    }
  }

  /** As this reader is to see it. */
  history(by: Author, before?: number): { messages: ChatMessage[]; hasOlder: boolean; revision: number } {
    const reader = this.#reader(by);
    const readable = (entry: Entry) => reads(reader, writerOf(entry));
    const { entries, hasOlder } = this.log.page({ before, readable });
    const messages = entries.map((entry) => messageFor(reader, entry, this.#authors));
    return { messages, hasOlder, revision: this.log.revision };
  }

  #carryOut(from: Correspondent, command: ChatCommand): void {
    checkSealing(command, this.#encrypted());
    const { messages, changes, puzzles } = this.#accountOf(from);
    if (command.do === 'send') this.#post(from, command, puzzles);
    else if (command.do === 'delete') puzzles.settled(command.id);
    if (!(command.do === 'send' ? messages : changes).take()) throw new RpcError('rate_limited');
    switch (command.do) {
      case 'send': {
        checkText(command.text, command.file !== undefined || command.sealed !== undefined);
        // What comes once more is no new message.
        if (!this.log.get(command.id)) this.#checkNew(from, command);
        const { entry, isNew } = this.log.add(this.#writer(from), command);
        const event = (reader: Reader): ChatEvent => ({
          say: 'message',
          message: messageFor(reader, entry, this.#authors),
        });
        if (isNew) this.#announce(entry, event);
        else from.postbox?.tell(eventBody(event(this.#reader(from.author))));
        break;
      }
      case 'react': {
        this.#checkReads(from, command.id);
        const writer = this.#writer(from);
        const entry = this.log.react(writer, command.id, command);
        const event = (reader: Reader) => this.#reactions(reader, entry as Entry);
        if (entry) this.#announce(entry, event, (reader) => reads(reader, writer));
        break;
      }
      case 'delete': {
        const { author: who } = from;
        const { entry, revision } = this.log.delete(who, command.id, (by) => this.#rules.mayDelete(who, by));
        this.#announce(entry, () => ({ say: 'deleted', id: command.id, revision }));
        if (personOf(entry.author) !== personOf(who)) this.#rules.deleted(who, writerOf(entry));
      }
    }
  }

  /** @throws RpcError `puzzle_required`, `rate_limited` */
  #post({ party }: Correspondent, { id, solution }: Send, puzzles: OwedPuzzles): void {
    try {
      this.#guard.post(party, solution, solution === undefined && puzzles.isOwing);
      puzzles.settled(id);
    } catch (error) {
      if (error instanceof RpcError && error.error === 'puzzle_required') puzzles.asked(id);
      throw error;
    }
  }

  /** @throws RpcError `chat_off`, `chat_slow`, `held` */
  #checkNew(from: Correspondent, { text, file }: Send): void {
    this.#guard.read(from.party, text, file?.name);
    this.#rules.beforeSend(from.author);
  }

  /** What somebody may not read they cannot react to: to them it is not there. @throws RpcError `not_found` */
  #checkReads(from: Correspondent, id: string): void {
    const entry = this.log.get(id);
    if (entry && !reads(this.#reader(from.author), writerOf(entry))) throw new RpcError('not_found');
  }

  #writer({ author }: Correspondent): Writer {
    return { ...author, shadowMuted: this.#rules.isShadowMuted(author) };
  }

  #reader(author: Author): Reader {
    return { person: personOf(author), host: this.#rules.isHost(author) };
  }

  /** Tells everybody who may read the message, of what they may know of it; encoded once for all who see the same. */
  #announce(
    entry: Entry,
    event: (reader: Reader) => ChatEvent,
    concerns: (reader: Reader) => boolean = () => true,
  ): void {
    const hidden = shadowMutedOf(entry);
    const bodies = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const { author, postbox } of [...this.#members()]) {
      const reader = this.#reader(author);
      if (!postbox || !reads(reader, writerOf(entry)) || !concerns(reader)) continue;
      const eyes =
        hidden.size === 0 ? '' : `${reader.host} ${hidden.has(reader.person) ? reader.person : ''}`;
      const body = bodies.get(eyes) ?? eventBody(event(reader));
      bodies.set(eyes, body);
      postbox.tell(body);
    }
  }

  #reactions(reader: Reader, entry: Entry): ChatEvent {
    const { id, revision, reactions } = messageFor(reader, entry, this.#authors);
    return { say: 'reactions', id, revision, reactions };
  }

  #accountOf(from: Correspondent): Account {
    const known = this.#accounts.get(from);
    if (known) return known;
    const bucket = (perSecond: number, burst: number) =>
      new TokenBucket({ perSecond, burst, clock: this.#clock });
    const account = {
      messages: bucket(limits.chatMessagesPerSecond, limits.chatMessageBurst),
      changes: bucket(limits.chatChangesPerSecond, limits.chatChangeBurst),
      puzzles: new OwedPuzzles(this.#clock),
    };
    this.#accounts.set(from, account);
    return account;
  }
}

function checkText(text: string, hasFile: boolean): void {
  if (text.trim() === '' && !hasFile) throw new RpcError('invalid_params', { detail: 'the text is empty' });
  if (textBytes(text) > limits.chatBytes || graphemes(text) > limits.chatGraphemes) {
    throw new RpcError('text_too_long');
  }
}

function eventBody(event: ChatEvent): Uint8Array<ArrayBuffer> {
  return postDown(topics.chat, null, writeContent(event));
}
