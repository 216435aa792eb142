const waiting = new Set<() => void>();

/**
 * Runs something in one of the next pictures, one each time, in the order in which they came: all at once would be seen as
 * a halt on a slow phone, where each card takes some milliseconds to lay out and paint. Returns its undo.
 */
export function inTurn(run: () => void): () => void {
  waiting.add(run);
  if (waiting.size === 1) requestAnimationFrame(runNext);
  return () => {
    waiting.delete(run);
  };
}

function runNext(): void {
  const [next] = waiting;
  if (!next) return;
  next();
  waiting.delete(next);
  if (waiting.size > 0) requestAnimationFrame(runNext);
}
