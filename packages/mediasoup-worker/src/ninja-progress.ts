/** Reads ninja's `[12/261] Compiling …`, the form of its default NINJA_STATUS. */
export function ninjaProgress(line: string): { done: number; total: number } | undefined {
  const [, done, total] = /^\[(\d+)\/(\d+)\] /.exec(line) ?? [];
  return done && total ? { done: Number(done), total: Number(total) } : undefined;
}
