import { graphemes, limits } from '@earshot/protocol';

/** The counter appears when this few characters are left. */
const near = 200;

const encoder = new TextEncoder();

/**
 * How many characters still fit into a message, as a person counts them; negative where it is too long, and
 * undefined where the end is far. Letters that take many bytes fill a message sooner.
 */
export function charactersLeft(text: string): number | undefined {
  // A code unit is at least one byte and at most three: short texts, and endless ones, need no counting.
  if (text.length * 3 < limits.chatBytes - 3 * near && text.length < limits.chatGraphemes - near) {
    return undefined;
  }
  if (text.length > limits.chatBytes) return limits.chatBytes - text.length;
  const count = graphemes(text);
  const bytes = encoder.encode(text).length;
  const byBytes = Math.floor((limits.chatBytes - bytes) / (bytes / count));
  const left = Math.min(limits.chatGraphemes - count, byBytes);
  return left <= near ? left : undefined;
}
