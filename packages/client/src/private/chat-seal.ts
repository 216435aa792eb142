import {
  CryptoError,
  DataSealer,
  openData,
  ReactionTokens,
  type RoomKeys,
  type SigningKey,
} from '@earshot/crypto';
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
import { base64url, fromBase64url } from '../identity/base64url.ts';

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
  /** Of the secret that it is sealed with. */
  readonly epoch: number;
  /** Of its author and their visit: base64url. */
  readonly stream: string;
  /** How many of the stream were written before. */
  readonly number: number;
}

/** What is written, for whoever knows the room's secret, also when they come later. */
export class ChatSeal {
  readonly #options: ChatSealOptions;
  readonly #sealers = new WeakMap<RoomKeys, DataSealer>();
  readonly #tokens = new WeakMap<RoomKeys, Promise<ReactionTokens>>();

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
        const { kind, sender, body, ...place } = await openData(sealed, room, { secret: room.history });
        const message = readContent(SealedChat, body);
        if (kind !== 'chat' || message.id !== id || message.replyTo !== replyTo) return undefined;
        return {
          text: message.text,
          file: message.file,
          signingKey: base64url(sender),
          epoch: room.epoch,
          stream: base64url(place.stream),
          number: place.sequence,
        };
      } catch (error) {
        if (!(error instanceof CryptoError || error instanceof RpcError)) throw error;
      }
    }
    return undefined;
  }

  async sealEmoji(id: MessageId, emoji: string): Promise<string> {
    const [room] = this.#options.rooms();
    if (!room) throw new TypeError('no room');
    const tokens = await this.#tokensOf(room);
    return base64url(await tokens.seal(id, emoji));
  }

  /** @returns undefined for what was not sealed in this room, for this message */
  async openEmoji(id: MessageId, token: string): Promise<string | undefined> {
    for (const room of this.#options.rooms()) {
      try {
        const tokens = await this.#tokensOf(room);
        const emoji = await tokens.open(id, fromBase64url(token));
        return Emoji.safeParse(emoji).success ? emoji : undefined;
      } catch (error) {
        // Also what is no base64url at all.
        if (!(error instanceof CryptoError || error instanceof DOMException)) throw error;
      }
    }
    return undefined;
  }

  #tokensOf(room: RoomKeys): Promise<ReactionTokens> {
    const tokens = this.#tokens.get(room) ?? ReactionTokens.of(room);
    this.#tokens.set(room, tokens);
    return tokens;
  }
}
