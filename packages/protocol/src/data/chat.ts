import * as z from 'zod/mini';
import { type ErrorName, errors } from '../errors.ts';
import { limits } from '../limits.ts';
import { MemberId } from '../names.ts';
import { Puzzle, PuzzleSolution } from '../puzzle.ts';
import { Bytes } from './bytes.ts';
import { Emoji, SealedEmoji } from './emoji.ts';
import { FileOffer } from './file-offer.ts';

/** Chosen by the author, at random, so that a message which is sent again stays one message. */
export const MessageId = z.string().check(z.regex(/^[\w-]{16,32}$/, 'is not an id'));
export type MessageId = z.infer<typeof MessageId>;

const encoder = new TextEncoder();

/** How many bytes a text has in UTF-8. */
export function textBytes(text: string): number {
  return encoder.encode(text).length;
}

/** What a client asks of the chat, as content of `earshot.chat`. */
export const ChatCommand = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('send'),
    id: MessageId,
    /** As it was typed: a Markdown that clients read. Bounded by `chatGraphemes` and `chatBytes`. */
    text: z.string(),
    replyTo: z.optional(MessageId),
    file: z.optional(FileOffer),
    /** In an encrypted room, text and file as nobody but its members can read them: `text` is empty then. */
    sealed: z.optional(Bytes),
    /** Of the puzzle that a first try was refused with. */
    solution: z.optional(PuzzleSolution),
  }),
  z.object({ do: z.literal('react'), id: MessageId, emoji: z.union([Emoji, SealedEmoji]), on: z.boolean() }),
  z.object({ do: z.literal('delete'), id: MessageId }),
]);
export type ChatCommand = z.infer<typeof ChatCommand>;

/** Who said it. `id` is that of their present visit where their key is known, else of the visit they said it in. */
export const ChatAuthor = z.object({ id: MemberId, name: z.string(), key: z.string() });
export type ChatAuthor = z.infer<typeof ChatAuthor>;

export const ChatReaction = z.object({ emoji: z.string(), by: z.array(MemberId) });
export type ChatReaction = z.infer<typeof ChatReaction>;

/** A message as the room keeps it. */
export const ChatMessage = z.object({
  id: MessageId,
  /** Its place in the room's order. */
  sequence: z.int().check(z.minimum(1)),
  /** Counts all changes of the chat; the newer of two states of a message has the higher one. */
  revision: z.int().check(z.minimum(1)),
  author: ChatAuthor,
  /** Milliseconds since the Unix epoch, by the server's clock. */
  sentAtMs: z.number(),
  text: z.string(),
  replyTo: z.optional(MessageId),
  file: z.optional(FileOffer),
  /** Instead of text and file, in an encrypted room. */
  sealed: z.optional(Bytes),
  reactions: z.array(ChatReaction).check(z.maxLength(limits.chatEmojiPerMessage)),
  /** Written by somebody who was shadow muted then; told to hosts alone, and left out otherwise. */
  shadowMuted: z.optional(z.boolean()),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

const ErrorNameText = z.enum(Object.keys(errors) as [ErrorName, ...ErrorName[]]);

/** What the server tells of the chat, as content of `earshot.chat`. */
export const ChatEvent = z.discriminatedUnion('say', [
  z.object({ say: z.literal('message'), message: ChatMessage }),
  z.object({
    say: z.literal('reactions'),
    id: MessageId,
    revision: z.int(),
    reactions: z.array(ChatReaction),
  }),
  z.object({ say: z.literal('deleted'), id: MessageId, revision: z.int() }),
  /** To the one who asked only. */
  z.object({
    say: z.literal('refused'),
    id: MessageId,
    what: z.enum(['send', 'react', 'delete']),
    error: ErrorNameText,
    /** With `held`: sent again and again, full of links, or with a word that this server does not want. */
    why: z.optional(z.enum(['repeated', 'links', 'words'])),
    /** With `puzzle_required`. */
    puzzle: z.optional(Puzzle),
    retryAfterMs: z.optional(z.number()),
  }),
]);
export type ChatEvent = z.infer<typeof ChatEvent>;
