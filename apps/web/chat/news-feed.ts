import type { Chat, Message } from '@earshot/client';
import { plainText } from './messages/plain-text.ts';

/** What came in is told this long after the first of it. */
const gatherMs = 800;
/** More than this many at once become a number: nobody wants a wall read out. */
const mostRead = 3;
const readGraphemes = 160;

export type News =
  | { readonly kind: 'message'; readonly name: string; readonly text: string }
  | { readonly kind: 'many'; readonly count: number };

interface NewsFeedOptions {
  chat: Pick<Chat, 'snapshot'>;
  /** What was said before is not news. By the server's clock. */
  sinceMs: number;
  /** Whether somebody can be there to listen: news wait for them, and are then told as a number. */
  visible(): boolean;
  say(news: News): void;
}

/** Tells what others said, in order and a few at a time. Own messages, history and edits are no news. */
export class NewsFeed {
  readonly #options: NewsFeedOptions;
  #told: ReadonlySet<string>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hidden = false;

  constructor(options: NewsFeedOptions) {
    this.#options = options;
    this.#told = new Set(options.chat.snapshot.messages.map(({ id }) => id));
  }

  /** Something changed: a message, or whether somebody looks. */
  look(): void {
    if (!this.#options.visible()) this.#hidden = true;
    else this.#timer ??= setTimeout(this.#tell, gatherMs);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #tell = (): void => {
    this.#timer = undefined;
    const { chat, sinceMs, say } = this.#options;
    const { messages } = chat.snapshot;
    const fresh = messages.filter(
      ({ id, own, state, sentAtMs }) =>
        !own && state === 'sent' && sentAtMs >= sinceMs && !this.#told.has(id),
    );
    this.#told = new Set(messages.map(({ id }) => id));
    const away = this.#hidden;
    this.#hidden = false;
    if (fresh.length === 0) return;
    if (fresh.length > mostRead || away) say({ kind: 'many', count: fresh.length });
    else for (const message of fresh) say({ kind: 'message', ...words(message) });
  };
}

function words({ author, text, file }: Message): { name: string; text: string } {
  return { name: author.name, text: plainText(text, readGraphemes) || (file?.name ?? '') };
}
