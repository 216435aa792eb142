import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { MemberId } from './names.ts';
import { graphemes } from './text.ts';

/** What somebody did. */
export const ReportReason = z.enum([
  'spam',
  'harassment',
  'hate',
  'sexual',
  'violence',
  'impersonation',
  'other',
]);
export type ReportReason = z.infer<typeof ReportReason>;

/** Long enough for any grapheme that people write. */
const maxTextCodeUnits = 4_000;

/** What the operator is told about somebody in the room. */
export const ReportParams = z.object({
  memberId: MemberId,
  reason: ReportReason,
  /** In the reporter's own words. */
  text: z.optional(
    z.string().check(
      z.maxLength(maxTextCodeUnits, { abort: true, error: 'is too long' }),
      z.refine((text) => graphemes(text) <= limits.reportGraphemes, 'is too long'),
    ),
  ),
  /** Whether what was written in the room in the last `reportChatMs` goes with it. */
  withChat: z.boolean(),
});
export type ReportParams = z.infer<typeof ReportParams>;
