import type { ChatCommand, ChatEvent, ChatMessage, Member, MemberId } from '@earshot/protocol';
import type { ReadEvent, ReadMessage } from '../chat/chat-state.ts';
import type { ChatReading } from '../chat/room-chat.ts';
import type { ChatSeal } from './chat-seal.ts';
import type { PastEpochs } from './past-epochs.ts';
import { WrittenOrder } from './written-order.ts';

/** People whose signature was seen in this visit; beyond it the one who was met longest ago is forgotten. */
const maxSigners = 500;

type Author = ChatMessage['author'];

interface SealedReadingOptions {
  seal: Pick<ChatSeal, 'seal' | 'open' | 'sealEmoji' | 'openEmoji' | 'ownKey'>;
  past: Pick<PastEpochs, 'admits'>;
  /** Resolves when everybody who is here has been looked at. */
  settled(): Promise<void>;
  /** Whose signing key it is, of those who are here and verified. */
  whoSigns(signingKey: string): MemberId | undefined;
  self(): Pick<Member, 'id' | 'name'> & { key?: string };
  members(): readonly Pick<Member, 'id' | 'name' | 'key'>[];
}

/** The chat of an encrypted room: the server has only what is sealed, and its word for an author counts for little. */
export class SealedReading implements ChatReading {
  readonly #options: SealedReadingOptions;
  /** By signing key: who has left is still known by it. */
  readonly #signers = new Map<string, Author>();
  readonly #order = new WrittenOrder();

  constructor(options: SealedReadingOptions) {
    this.#options = options;
  }

  /** @throws RpcError `text_too_long` */
  async command(command: ChatCommand): Promise<ChatCommand> {
    const { seal } = this.#options;
    switch (command.do) {
      case 'send': {
        const { id, text, replyTo, file, solution } = command;
        const sealed = await seal.seal({ id, text, replyTo, file });
        const rest = { ...(replyTo !== undefined && { replyTo }), ...(solution && { solution }) };
        return { do: 'send', id, text: '', sealed, ...rest };
      }
      case 'react':
        return { ...command, emoji: await seal.sealEmoji(command.id, command.emoji) };
      case 'delete':
        return command;
    }
  }

  async event(event: ChatEvent): Promise<ReadEvent> {
    await this.#options.settled();
    switch (event.say) {
      case 'message':
        return { say: 'message', message: await this.#message(event.message, { live: true }) };
      case 'reactions':
        return { ...event, reactions: await this.#reactions(event) };
      default:
        return event;
    }
  }

  async messages(messages: readonly ChatMessage[]): Promise<readonly ReadMessage[]> {
    const read: ReadMessage[] = [];
    for (const message of messages) read.push(await this.#message(message, { live: false }));
    return read;
  }

  async #message(message: ChatMessage, { live }: { live: boolean }): Promise<ReadMessage> {
    const { sealed, text: _never, file: _neither, ...rest } = message;
    const opened = await this.#options.seal.open({ ...rest, sealed });
    const reactions = await this.#reactions(message);
    const { sequence } = rest;
    if (!opened || !this.#options.past.admits({ epoch: opened.epoch, sequence, live }))
      return { ...rest, text: '', reactions, seal: 'unreadable' };
    const { text, file, signingKey, stream, number } = opened;
    const author = this.#author(signingKey);
    const misplaced = !this.#order.fits({ stream, number, place: sequence });
    return {
      ...rest,
      text,
      ...(file && { file }),
      reactions,
      // A stranger must not be taken for oneself, nor for anybody who is here, on the server's word.
      author: author ?? { ...rest.author, id: this.#isHere(rest.author.id) ? '' : rest.author.id },
      seal: author ? 'verified' : 'unverified',
      ...(misplaced && { misplaced }),
    };
  }

  async #reactions({
    id,
    reactions,
  }: Pick<ChatMessage, 'id' | 'reactions'>): Promise<ChatMessage['reactions']> {
    const opened: ChatMessage['reactions'] = [];
    for (const { emoji, by } of reactions) {
      const plain = await this.#options.seal.openEmoji(id, emoji);
      if (plain !== undefined) opened.push({ emoji: plain, by });
    }
    return opened;
  }

  #author(signingKey: string): Author | undefined {
    const { whoSigns, members, self, seal } = this.#options;
    const { id, name, key = '' } = self();
    if (signingKey === seal.ownKey) return { id, name, key };
    const here = whoSigns(signingKey);
    const member = members().find((each) => each.id === here);
    if (!member) return this.#signers.get(signingKey);
    const author = { id: member.id, name: member.name, key: member.key };
    this.#signers.delete(signingKey);
    this.#signers.set(signingKey, author);
    if (this.#signers.size > maxSigners) this.#signers.delete(this.#signers.keys().next().value as string);
    return author;
  }

  #isHere(id: MemberId): boolean {
    return id === this.#options.self().id || this.#options.members().some((each) => each.id === id);
  }
}
