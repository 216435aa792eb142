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
import { ChatAuthors, personOf } from './chat-author.ts';
import { ChatLog, type Entry } from './chat-log.ts';
import type { ChatRules } from './chat-rules.ts';
import { checkSealing } from './check-sealing.ts';

interface Buckets {
  readonly messages: TokenBucket;
  readonly changes: TokenBucket;
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
  readonly #buckets = new WeakMap<Correspondent, Buckets>();

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
      if (entry) from.postbox?.tell(eventBody(this.#reactions(entry)));
    }
  }

  history(before?: number): { messages: ChatMessage[]; hasOlder: boolean; revision: number } {
    const { entries, hasOlder } = this.log.page(before);
    return {
      messages: entries.map((entry) => this.#view(entry)),
      hasOlder,
      revision: this.log.revision,
    };
  }

  #carryOut(from: Correspondent, command: ChatCommand): void {
    checkSealing(command, this.#encrypted());
    if (command.do === 'send') this.#guard.post(from.party, command.solution);
    const { messages, changes } = this.#bucketsOf(from);
    if (!(command.do === 'send' ? messages : changes).take()) throw new RpcError('rate_limited');
    switch (command.do) {
      case 'send': {
        checkText(command.text, command.file !== undefined || command.sealed !== undefined);
        // What comes once more is no new message.
        if (!this.log.get(command.id)) this.#checkNew(from, command);
        const { entry, isNew } = this.log.add(from.author, command);
        const event: ChatEvent = { say: 'message', message: this.#view(entry) };
        if (isNew) this.#announce(event);
        else from.postbox?.tell(eventBody(event));
        break;
      }
      case 'react': {
        const entry = this.log.react(from.author, command.id, command);
        if (entry) this.#announce(this.#reactions(entry));
        break;
      }
      case 'delete': {
        const { author: who } = from;
        const { author, revision } = this.log.delete(who, command.id, (by) => this.#rules.mayDelete(who, by));
        this.#announce({ say: 'deleted', id: command.id, revision });
        if (personOf(author) !== personOf(who)) this.#rules.deleted(who, author);
      }
    }
  }

  /** @throws RpcError `chat_off`, `chat_slow`, `held` */
  #checkNew(from: Correspondent, { text, file }: Extract<ChatCommand, { do: 'send' }>): void {
    this.#guard.read(from.party, text, file?.name);
    this.#rules.beforeSend(from.author);
  }

  #announce(event: ChatEvent): void {
    const body = eventBody(event);
    for (const { postbox } of [...this.#members()]) postbox?.tell(body);
  }

  #reactions(entry: Entry): ChatEvent {
    const { id, revision, reactions } = this.#view(entry);
    return { say: 'reactions', id, revision, reactions };
  }

  #view({ reactions, bytes: _, author, replyTo, file, sealed, ...entry }: Entry): ChatMessage {
    return {
      ...entry,
      author: this.#authors.view(author),
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(file === undefined ? {} : { file }),
      ...(sealed === undefined ? {} : { sealed }),
      reactions: [...reactions].map(([emoji, by]) => ({
        emoji,
        by: [...by.values()].map((each) => this.#authors.view(each).id),
      })),
    };
  }

  #bucketsOf(from: Correspondent): Buckets {
    const known = this.#buckets.get(from);
    if (known) return known;
    const clock = this.#clock;
    const buckets = {
      messages: new TokenBucket({
        perSecond: limits.chatMessagesPerSecond,
        burst: limits.chatMessageBurst,
        clock,
      }),
      changes: new TokenBucket({
        perSecond: limits.chatChangesPerSecond,
        burst: limits.chatChangeBurst,
        clock,
      }),
    };
    this.#buckets.set(from, buckets);
    return buckets;
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
