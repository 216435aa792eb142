import { type Clock, Emitter } from '@earshot/lifetime';
import {
  type ChatCommand,
  ChatEvent,
  type ChatMessage,
  type FileOffer,
  graphemes,
  limits,
  type Member,
  type MemberId,
  type MessageId,
  type Params,
  type Puzzle,
  type PuzzleSolution,
  type Result,
  RpcError,
  readContent,
  type ServerMethods,
  textBytes,
  topics,
  writeContent,
} from '@earshot/protocol';
import type { DataLine, Incoming } from '../data/data-line.ts';
import { mediaError } from '../media-error.ts';
import type { Solver } from '../puzzles/solver.ts';
import { randomId } from '../random-id.ts';
import { SerialLine } from '../serial-line.ts';
import { callOut } from '../snapshot-store.ts';
import type { Chat, ChatSnapshot, Message } from './chat.ts';
import {
  type ChatInput,
  type ChatState,
  chatSnapshot,
  firstChatState,
  type ReadEvent,
  type ReadMessage,
  stepChat,
} from './chat-state.ts';
import { Typing } from './typing.ts';

interface RoomChatOptions {
  clock: Clock;
  line: DataLine;
  self(): Pick<Member, 'id' | 'name'> & { key?: string };
  solve: Solver;
  history(params: Params<ServerMethods, 'chatHistory'>): Promise<Result<ServerMethods, 'chatHistory'>>;
  /** Where the room is encrypted. */
  reading?: ChatReading;
}

/** Makes what people write into what the server may see, and back. */
export interface ChatReading {
  command(command: ChatCommand): Promise<ChatCommand>;
  event(event: ChatEvent): Promise<ReadEvent>;
  messages(messages: readonly ChatMessage[]): Promise<readonly ReadMessage[]>;
}

const nothing = new Uint8Array();

/** A message for which a server goes on asking after so many puzzles is not sent. */
const maxPuzzles = 4;

/** The chat of the room one is in: pure state (`chat-state.ts`), and the posts that change it. */
export class RoomChat implements Chat {
  readonly #options: RoomChatOptions;
  readonly #events = new Emitter<{ change: [] }>();
  readonly #typing: Typing;
  /** One puzzle after the other, in the order of the messages. */
  readonly #puzzles = new SerialLine();
  readonly #closed = new AbortController();
  /** How many each message has cost so far. */
  readonly #worked = new Map<MessageId, number>();
  /** What is told is opened in its order, and what is asked for is sealed in its own. */
  readonly #opening = new SerialLine();
  readonly #sealing = new SerialLine();
  #state: ChatState;
  #snapshot: ChatSnapshot;
  #loading: Promise<void> | undefined;

  constructor(options: RoomChatOptions) {
    const { clock, line, self } = options;
    this.#options = options;
    this.#state = stepChat(firstChatState(self().id), { type: 'path', path: line.path });
    this.#snapshot = chatSnapshot(this.#state);
    this.#typing = new Typing({
      clock,
      tell: () => line.loose(topics.typing, nothing),
      onChange: (id, on) => this.#apply({ type: 'typing', id, on }),
    });
    line.events.on('path', (path) => this.#apply({ type: 'path', path }));
  }

  get snapshot(): ChatSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#events.on('change', listener);
  }

  send({ text, replyTo, file }: { text: string; replyTo?: MessageId; file?: FileOffer }): void {
    const { id, name, key = '' } = this.#options.self();
    this.#send({
      id: randomId(),
      author: { id, name, key },
      own: true,
      sentAtMs: this.#options.clock.wallMs(),
      text,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(file === undefined ? {} : { file }),
      reactions: [],
      state: 'sending',
    });
    this.#typing.sent();
  }

  retry(id: MessageId): void {
    const message = this.#unsent(id);
    if (message?.state !== 'failed') return;
    const { failure: _failure, ...again } = message;
    this.#send({ ...again, state: 'sending' });
  }

  react(id: MessageId, emoji: string, on: boolean): void {
    this.#apply({ type: 'reacting', id, emoji, on });
    this.#ask({ do: 'react', id, emoji, on }).catch(() => {
      this.#apply({ type: 'reacting', id, emoji, on: !on });
    });
  }

  delete(id: MessageId): void {
    if (this.#unsent(id)) this.#apply({ type: 'forgotten', id });
    // One that is on its way may arrive all the same.
    this.#ask({ do: 'delete', id }).catch(() => {});
  }

  typing(): void {
    this.#typing.keyStroke();
  }

  loadOlder(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  /** Takes what the server says of the chat. */
  take({ from, content }: Incoming): void {
    if (from !== null) return;
    const event = readContent(ChatEvent, content);
    const { reading } = this.#options;
    if (!reading) this.#told(event);
    else this.#opening.run(async () => this.#told(await reading.event(event))).catch(() => {});
  }

  #told(event: ReadEvent): void {
    if (event.say === 'message') this.#typing.stopped(event.message.author.id);
    if (event.say === 'refused' && event.puzzle && this.#work(event.id, event.puzzle)) return;
    const settled = event.say === 'message' ? event.message.id : event.id;
    this.#worked.delete(settled);
    this.#apply({ type: 'told', event });
  }

  /** Somebody writes. */
  heardTyping(id: MemberId): void {
    this.#typing.heard(id);
  }

  memberLeft(id: MemberId): void {
    this.#typing.stopped(id);
  }

  close(): void {
    this.#closed.abort();
    this.#typing.close();
  }

  #send(message: Message, solution?: PuzzleSolution): void {
    this.#apply({ type: 'sending', message });
    const { id, text, replyTo, file } = message;
    const fail = (failure: RpcError) => this.#apply({ type: 'failed', id, failure });
    if (textBytes(text) > limits.chatBytes || graphemes(text) > limits.chatGraphemes) {
      fail(new RpcError('text_too_long'));
      return;
    }
    const command = {
      do: 'send' as const,
      id,
      text,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(file === undefined ? {} : { file }),
      ...(solution && { solution }),
    };
    this.#ask(command).catch((error) => fail(mediaError(error)));
  }

  /** @returns whether the message goes on its way again once the puzzle is solved; the person sees none of it. */
  #work(id: MessageId, puzzle: Puzzle): boolean {
    const worked = this.#worked.get(id) ?? 0;
    if (this.#unsent(id)?.state !== 'sending' || worked >= maxPuzzles) return false;
    this.#worked.set(id, worked + 1);
    const { signal } = this.#closed;
    this.#puzzles
      .run(async () => {
        const solution = await this.#options.solve(puzzle, { signal });
        const message = this.#unsent(id);
        if (message?.state === 'sending') this.#send(message, solution);
      })
      .catch((error) => this.#apply({ type: 'failed', id, failure: mediaError(error) }));
    return true;
  }

  #ask(command: ChatCommand): Promise<void> {
    const { line, reading } = this.#options;
    if (!reading) return line.post(topics.chat, writeContent(command));
    // The post begins in the order of the sealing, and is not waited for before the next one.
    const sealed = this.#sealing.run(() => reading.command(command));
    return sealed.then((safe) => line.post(topics.chat, writeContent(safe)));
  }

  async #load(): Promise<void> {
    const [oldest] = this.#state.kept;
    // The first page may overlap with what was heard since joining: it is asked for from the end.
    const before = this.#snapshot.hasOlder ? oldest?.sequence : undefined;
    const { history, reading } = this.#options;
    const { messages, hasOlder } = await history(before === undefined ? {} : { before });
    if (!reading) this.#apply({ type: 'history', messages, hasOlder });
    else {
      await this.#opening.run(async () => {
        const opened = await reading.messages(messages);
        this.#apply({ type: 'history', messages: opened, hasOlder });
      });
    }
  }

  #unsent(id: MessageId): Message | undefined {
    return this.#state.unsent.find((message) => message.id === id);
  }

  #apply(input: ChatInput): void {
    const next = stepChat(this.#state, input);
    if (next === this.#state) return;
    this.#state = next;
    this.#snapshot = chatSnapshot(next);
    callOut(() => this.#events.emit('change'));
  }
}
