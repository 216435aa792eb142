import * as z from 'zod/mini';
import { limits } from '../limits.ts';

/** One emoji, with its skin tones and joiners. */
const oneEmoji = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)$/v;

export const Emoji = z.string().check(
  z.maxLength(limits.emojiCodeUnits, { abort: true }),
  z.refine((text) => oneEmoji.test(text), 'is not an emoji'),
);
export type Emoji = z.infer<typeof Emoji>;
