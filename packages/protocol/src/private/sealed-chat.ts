import * as z from 'zod/mini';
import { MessageId } from '../data/chat.ts';
import { FileOffer } from '../data/file-offer.ts';

/** What is sealed of a chat message, as MessagePack: with its id and what it answers, so that it stays in its place. */
export const SealedChat = z.object({
  id: MessageId,
  replyTo: z.optional(MessageId),
  text: z.string(),
  file: z.optional(FileOffer),
});
export type SealedChat = z.infer<typeof SealedChat>;

/** What a private room is called and about, sealed for those who know its secret. */
export const RoomMeta = z.object({
  name: z.string().check(z.maxLength(120)),
  topic: z.string().check(z.maxLength(480)),
});
export type RoomMeta = z.infer<typeof RoomMeta>;
