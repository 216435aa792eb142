import type { Message, MessageId, Room } from '@earshot/client';
import { keepDraft, readDraft } from './composer/draft.ts';
import { caughtUp, step, type Unread } from './unread.ts';

/** How long a deletion can be taken back. */
const undoMs = 5_000;

export interface DeskSnapshot {
  readonly unread: Unread;
  /** Messages that will be deleted unless that is taken back in time. */
  readonly deleting: ReadonlySet<MessageId>;
}

/** What one person has of the chat of one room, whether its panel is open or not. */
export class ChatDesk {
  readonly #room: Room;
  readonly #listeners = new Set<() => void>();
  readonly #deletions = new Map<MessageId, ReturnType<typeof setTimeout>>();
  /** Those the room was asked to delete: it may be gone before it hears of it. */
  readonly #asked = new Set<MessageId>();
  #snapshot: DeskSnapshot;
  /** Panels that show the chat. */
  #open = 0;

  constructor(room: Room, before?: Unread) {
    this.#room = room;
    this.#snapshot = {
      unread: before ?? caughtUp(room.chat.snapshot.messages, room.snapshot.self.joinedAtMs),
      deleting: new Set(),
    };
  }

  get snapshot(): DeskSnapshot {
    return this.#snapshot;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps count until the undo it returns. */
  follow(): () => void {
    const { chat } = this.#room;
    const count = () => this.#count('messages');
    const look = () => this.#count(this.#isRead() ? 'reading' : 'away');
    const stop = chat.subscribe(count);
    count();
    document.addEventListener('visibilitychange', look);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }

  /** The chat is on the screen until the undo it returns. */
  show(): () => void {
    this.#open += 1;
    if (this.#isRead()) this.#count('reading');
    return () => {
      this.#open -= 1;
      if (this.#open === 0) this.#count('away');
    };
  }

  /** Deletes a message in a moment, unless `keep` is called before. */
  delete(id: MessageId): void {
    if (this.#deletions.has(id)) return;
    const timer = setTimeout(() => this.#finish(id), undoMs);
    this.#deletions.set(id, timer);
    this.#change({ deleting: new Set(this.#deletions.keys()) });
  }

  keep(id: MessageId): void {
    clearTimeout(this.#deletions.get(id));
    if (this.#deletions.delete(id)) this.#change({ deleting: new Set(this.#deletions.keys()) });
  }

  /** Whoever goes has not taken it back. Resolves when the room knows; undefined where there is nothing to delete. */
  readonly deleteNow = (): Promise<void> | undefined => {
    const ids = [...this.#deletions.keys()];
    if (ids.length === 0 || this.#isOver()) return undefined;
    for (const id of ids) this.#finish(id);
    const { chat } = this.#room;
    return new Promise((resolve) => {
      const stop = chat.subscribe(() => {
        const waiting = chat.snapshot.messages.some(({ id, state }) => ids.includes(id) && state === 'sent');
        if (waiting) return;
        stop();
        resolve();
      });
    });
  };

  /** Goes on with what was being deleted over the connection before. */
  takeOver(before: ChatDesk): void {
    for (const id of [...before.#deletions.keys()]) {
      before.keep(id);
      this.delete(id);
    }
    for (const id of before.#unanswered()) this.#ask(id);
  }

  #finish(id: MessageId): void {
    // Nobody hears it any more: it waits for whoever comes back to the room.
    if (this.#isOver()) return;
    this.keep(id);
    this.#ask(id);
  }

  #ask(id: MessageId): void {
    this.#asked.add(id);
    this.#room.chat.delete(id);
  }

  /** What was asked for over a connection that was dead already, as far as this side knows. */
  #unanswered(): MessageId[] {
    const { messages } = this.#room.chat.snapshot;
    const isDeleted = (asked: MessageId) =>
      messages.some(({ id, state }) => id === asked && state === 'deleted');
    return [...this.#asked].filter((id) => !isDeleted(id));
  }

  #isOver(): boolean {
    return this.#room.snapshot.status.at === 'ended';
  }

  #isRead(): boolean {
    return this.#open > 0 && document.visibilityState === 'visible';
  }

  #count(type: 'messages' | 'reading' | 'away'): void {
    const unread = step(this.#snapshot.unread, { type, messages: this.#room.chat.snapshot.messages });
    this.#change({ unread });
  }

  #change(part: Partial<DeskSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}

const desks = new WeakMap<Room, ChatDesk>();
let last: { room: Room; desk: ChatDesk } | undefined;

/** What was on its way when the connection broke is put back where one writes, rather than sent twice or lost. */
function carryOver(messages: readonly Message[], room: string): void {
  const unsent = messages.filter(({ own, state }) => own && (state === 'failed' || state === 'sending'));
  const texts = [...unsent.map(({ text }) => text), readDraft(room)].filter((text) => text !== '');
  keepDraft(room, texts.join('\n'));
}

/** The desk of a room. Who comes back to a room after a lost connection finds it as it was. */
export function chatDesk(room: Room): ChatDesk {
  const known = desks.get(room);
  if (known) return known;
  const { name } = room.snapshot.room;
  const before = last?.room.snapshot.room.name === name ? last : undefined;
  const desk = new ChatDesk(room, before?.desk.snapshot.unread);
  if (before) {
    desk.takeOver(before.desk);
    carryOver(before.room.chat.snapshot.messages, name);
  }
  desks.set(room, desk);
  last = { room, desk };
  return desk;
}
