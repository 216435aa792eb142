import { CryptoError, DataSealer, openData, type RoomKeys, type SigningKey } from '@earshot/crypto';
import {
  Emoji,
  type FileOffer,
  limits,
  type MessageId,
  RpcError,
  readContent,
  SealedChat,
  writeContent,
} from '@earshot/protocol';
import { base64url } from '../identity/base64url.ts';
import { EmojiSeal } from './emoji-seal.ts';

interface ChatSealOptions {
  /** The newest first: what was said before the password changed stays readable for who was there. */
  rooms(): readonly RoomKeys[];
  signingKey: SigningKey;
}

interface SealedMessage {
  readonly id: MessageId;
  readonly replyTo?: MessageId | undefined;
  readonly sealed?: Uint8Array | undefined;
}

export interface OpenedMessage {
  readonly text: string;
  readonly file?: FileOffer | undefined;
  /** Who wrote it, whatever the server says: base64url. */
  readonly signingKey: string;
}

/** What is written, for whoever knows the room's secret, also when they come later. */
export class ChatSeal {
  readonly #options: ChatSealOptions;
  readonly #sealers = new Map<RoomKeys, DataSealer>();
  readonly #emojis = new Map<RoomKeys, EmojiSeal>();

  constructor(options: ChatSealOptions) {
    this.#options = options;
  }

  /** One's own signing key, base64url. */
  get ownKey(): string {
    return base64url(this.#options.signingKey.publicKey);
  }

  /** @throws RpcError `text_too_long` */
  async seal(message: SealedChat): Promise<Uint8Array<ArrayBuffer>> {
    const [room] = this.#options.rooms();
    if (!room) throw new TypeError('no room');
    const { signingKey } = this.#options;
    const sealer = this.#sealers.get(room) ?? new DataSealer(room, room.history, { signingKey });
    this.#sealers.set(room, sealer);
    const sealed = await sealer.seal('chat', writeContent(message));
    if (sealed.length > limits.sealedChatBytes) throw new RpcError('text_too_long');
    return sealed;
  }

  /** @returns undefined for what cannot be opened, or was moved from another message's place */
  async open({ id, replyTo, sealed }: SealedMessage): Promise<OpenedMessage | undefined> {
    if (!sealed) return undefined;
    for (const room of this.#options.rooms()) {
      try {
        const { kind, sender, body } = await openData(sealed, room, room.history);
        const message = readContent(SealedChat, body);
        if (kind !== 'chat' || message.id !== id || message.replyTo !== replyTo) return undefined;
        return { text: message.text, file: message.file, signingKey: base64url(sender) };
      } catch (error) {
        if (!(error instanceof CryptoError || error instanceof RpcError)) throw error;
      }
    }
    return undefined;
  }

  async sealEmoji(id: MessageId, emoji: string): Promise<string> {
    const [room] = this.#options.rooms();
    if (!room) throw new TypeError('no room');
    return this.#emojiSeal(room).seal(id, emoji);
  }

  async openEmoji(id: MessageId, sealed: string): Promise<string | undefined> {
    for (const room of this.#options.rooms()) {
      const emoji = await this.#emojiSeal(room).open(id, sealed);
      if (emoji !== undefined && Emoji.safeParse(emoji).success) return emoji;
    }
    return undefined;
  }

  #emojiSeal(room: RoomKeys): EmojiSeal {
    const seal = this.#emojis.get(room) ?? new EmojiSeal(room);
    this.#emojis.set(room, seal);
    return seal;
  }
}
