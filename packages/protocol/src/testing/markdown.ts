/** Just enough of Markdown to read PROTOCOL.md: headings, tables and fenced blocks. */

export interface Section {
  title: string;
  text: string;
}

export interface Fence {
  /** What stands after the three backticks. */
  info: string;
  text: string;
}

/** The parts of `text` under headings of one level, each up to the next heading of that level or above. */
export function sections(text: string, level: number): Section[] {
  const heading = new RegExp(`^#{1,${level}} `, 'm');
  const own = '#'.repeat(level);
  const found: Section[] = [];
  for (const part of text.split(new RegExp(`(?=${heading.source})`, 'm'))) {
    const [first = '', ...lines] = part.split('\n');
    if (first.startsWith(`${own} `))
      found.push({ title: first.slice(own.length + 1), text: lines.join('\n') });
  }
  return found;
}

/** The tables in `text`, row by row, without their heads. Cells lose their backticks. */
export function tables(text: string): string[][][] {
  const found = text.match(/(?:^\|.*\|\n)+/gm) ?? [];
  return found.map((table) =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((row) =>
        row
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
      ),
  );
}

/** The fenced blocks in `text`, in their order. */
export function fences(text: string): Fence[] {
  return [...text.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(([, info = '', body = '']) => ({
    info,
    text: body,
  }));
}
