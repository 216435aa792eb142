import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { cleanName, graphemes, truncate } from '../text.ts';

/** Long enough for any name that people can read, short enough to be worth looking at. */
const maxNameCodeUnits = 480;

/**
 * A file's name that is safe to show and to save: no folders, nothing invisible or reversed, no name that is
 * a device or hidden, bounded, with its ending kept.
 */
export function cleanFileName(text: string): string {
  const last =
    text
      .slice(-4 * maxNameCodeUnits)
      .split(/[/\\]/)
      .at(-1) ?? '';
  const clean = cleanName(last)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(clean)) return `_${clean}`;
  if (clean === '') return 'file';
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(clean)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - ending.length);
  return truncate(stem, limits.fileNameGraphemes - ending.length, maxNameCodeUnits - ending.length) + ending;
}

/** A file that its owner can send. The MIME type is the owner's word, and nothing to rely on. */
export const FileOffer = z.object({
  /** Chosen by the owner, at random. */
  id: z.string().check(z.regex(/^[\w-]{16,32}$/, 'is not an id')),
  name: z.string().check(
    z.maxLength(maxNameCodeUnits, { abort: true }),
    z.overwrite(cleanFileName),
    z.refine((name) => graphemes(name) <= limits.fileNameGraphemes, 'is too long'),
  ),
  sizeBytes: z.int().check(z.minimum(0), z.maximum(limits.fileBytes)),
  mime: z.string().check(z.regex(/^[\w.+-]{1,64}\/[\w.+-]{1,64}$|^$/, 'is not a media type')),
  /** SHA-256 of all its bytes, in hex. */
  sha256: z.string().check(z.regex(/^[\da-f]{64}$/, 'is not a hash')),
});
export type FileOffer = z.infer<typeof FileOffer>;
