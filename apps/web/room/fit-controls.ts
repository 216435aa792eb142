interface Entry {
  readonly id: string;
  readonly rank: number;
}

/**
 * Which controls fit beside the ones that always stand there. Where not all do, one place goes to "More",
 * and those of the highest rank go behind it.
 * @param roomPx width left for them
 * @param slotPx width of one, with its gap
 */
export function fitControls<Fitted extends Entry>(
  entries: readonly Fitted[],
  { roomPx, slotPx }: { roomPx: number; slotPx: number },
): { shown: readonly Fitted[]; hidden: readonly Fitted[] } {
  const places = Math.max(0, Math.floor(roomPx / slotPx));
  if (entries.length <= places) return { shown: entries, hidden: [] };
  const kept = new Set(
    [...entries].sort((one, other) => one.rank - other.rank).slice(0, Math.max(0, places - 1)),
  );
  return {
    shown: entries.filter((entry) => kept.has(entry)),
    hidden: entries.filter((entry) => !kept.has(entry)),
  };
}
