import { truncate } from '@earshot/protocol';

/** A message in one line without its Markdown, for quotes and announcements. */
export function plainText(text: string, maxGraphemes: number): string {
  const line = text
    .slice(0, maxGraphemes * 16)
    .replace(/```\w*/g, ' ')
    .replace(/^[ \t]*(?:>|[*+-][ \t])[ \t]*/gm, '')
    .replace(/\[([^\]\n]+)\]\([^)\n]*\)/g, '$1')
    .replace(/(\*\*|~~|`)(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/(^|\W)([*_])(\S(?:.*?\S)?)\2(?=\W|$)/gm, '$1$3')
    .replace(/\s+/g, ' ')
    .trim();
  const short = truncate(line, maxGraphemes);
  return short.length < line.length ? `${short.trimEnd()}…` : line;
}
