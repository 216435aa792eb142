import * as z from 'zod/mini';
import { Emoji } from './data/emoji.ts';
import { limits } from './limits.ts';
import { MemberName } from './names.ts';
import { cleanName, graphemes } from './text.ts';

/** What a person says about themselves in a line. Cleaned as names are; empty: nothing. */
export const StatusLine = z.string().check(
  z.maxLength(limits.nameCodeUnits, { abort: true, error: 'is too long' }),
  z.overwrite(cleanName),
  z.refine((text) => graphemes(text) <= limits.statusGraphemes, 'is too long'),
);

/** One emoji that stands for a person; empty: none. */
export const ProfileEmoji = z.string().check(
  z.maxLength(limits.emojiCodeUnits, { abort: true }),
  z.refine((text) => text === '' || Emoji.safeParse(text).success, 'is not an emoji'),
);

/** How a person presents themselves. */
export const Profile = z.object({ name: MemberName, emoji: ProfileEmoji, status: StatusLine });
export type Profile = z.infer<typeof Profile>;
