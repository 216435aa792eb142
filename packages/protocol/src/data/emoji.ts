import * as z from 'zod/mini';
import { limits } from '../limits.ts';

/** One emoji, with its skin tones and joiners. */
const oneEmoji = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)$/v;

export const Emoji = z.string().check(
  z.maxLength(limits.emojiCodeUnits, { abort: true }),
  z.refine((text) => oneEmoji.test(text), 'is not an emoji'),
);
export type Emoji = z.infer<typeof Emoji>;

const sealedLetters = Math.ceil((limits.sealedEmojiBytes * 4) / 3);

/**
 * An emoji that nobody but the members of an encrypted room can read, in base64url. The same emoji on the same
 * message has the same text, so that the server can count.
 */
export const SealedEmoji = z
  .string()
  .check(z.regex(new RegExp(`^[\\w-]{${sealedLetters}}$`), 'is not a sealed emoji'));
