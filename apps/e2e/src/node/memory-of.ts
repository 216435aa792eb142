import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';

/** Bytes read at once, so that a heap of a gigabyte is no burden. */
const chunkBytes = 16_777_216;

/**
 * Which of some texts stand in the memory of a process of one's own: strings, and bytes outside of the heap, which a
 * heap snapshot leaves out. Linux only; undefined elsewhere.
 */
export function foundInMemory(pid: number, texts: readonly string[]): string[] | undefined {
  if (!existsSync(`/proc/${pid}/maps`)) return undefined;
  const found = new Set<string>();
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const { start, end } of writableParts(pid)) {
      const longest = Math.max(...texts.map(({ length }) => length));
      for (let at = start; at < end; at += chunkBytes) {
        const bytes = Buffer.alloc(Math.min(chunkBytes + longest, end - at));
        const read = readPart(memory, bytes, at);
        for (const text of texts) if (bytes.subarray(0, read).includes(text)) found.add(text);
      }
    }
  } finally {
    closeSync(memory);
  }
  return [...found];
}

function writableParts(pid: number): { start: number; end: number }[] {
  const maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
  return [...maps.matchAll(/^([\da-f]+)-([\da-f]+) rw/gm)].map(([, start = '', end = '']) => ({
    start: Number.parseInt(start, 16),
    end: Number.parseInt(end, 16),
  }));
}

/** A part may be gone by the time it is read. */
function readPart(memory: number, bytes: Buffer, position: number): number {
  try {
    return readSync(memory, bytes, 0, bytes.length, position);
  } catch {
    return 0;
  }
}
