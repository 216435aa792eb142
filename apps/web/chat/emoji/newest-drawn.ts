/** One emoji of each release, newest first, by the version of Unicode Emoji (UTS #51). */
const witnesses = [
  [17, '\u{1faea}'],
  [16, '\u{1fadf}'],
  [15, '\u{1fae8}'],
  [14, '\u{1fae0}'],
  [13, '\u{1f972}'],
  [12, '\u{1f971}'],
  [11, '\u{1f970}'],
  [5, '\u{1f929}'],
  [4, '\u{1f6d2}'],
] as const;

let known: number | undefined;

/**
 * The newest release of emoji that this system has pictures for. What is newer would be an empty box. Where
 * nothing can be told, or no picture is drawn at all, everything is offered.
 */
export function newestDrawn(): number {
  known ??= witnesses.find(([, emoji]) => isColourful(emoji))?.[0] ?? Number.POSITIVE_INFINITY;
  // 15.1 brought only compositions, which fall apart into what is drawn.
  return known === 15 ? 15.1 : known;
}

/** A picture has its own colours: it looks the same whether it is written in black or in white. */
function isColourful(emoji: string): boolean {
  const black = draw(emoji, '#000');
  return black !== undefined && !/^0,0,0,/.test(black) && black === draw(emoji, '#fff');
}

function draw(text: string, colour: string): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.textBaseline = 'top';
  context.font = '100px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif';
  context.fillStyle = colour;
  // The whole glyph in one pixel: its average colour.
  context.scale(0.01, 0.01);
  context.fillText(text, 0, 0);
  return context.getImageData(0, 0, 1, 1).data.join();
}
