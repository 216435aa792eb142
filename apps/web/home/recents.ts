/** A room this browser has been in. */
export interface Recent {
  readonly room: string;
  /** Milliseconds since the Unix epoch. */
  readonly visitedAtMs: number;
  /** What a private room is called. It is kept only where somebody asked for that. */
  readonly name?: string;
}

export const recentsKey = 'earshot.recents';
const most = 8;

/** Reads what was stored; anything that is not ours is dropped. */
export function parseRecents(stored: string | null): readonly Recent[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(value) ? value.filter(isRecent).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** The latest visit comes first; a room is listed once. */
export function visited(recents: readonly Recent[], visit: Recent): readonly Recent[] {
  return [visit, ...forget(recents, visit.room)].slice(0, most);
}

export function forget(recents: readonly Recent[], room: string): readonly Recent[] {
  return recents.filter((recent) => recent.room !== room);
}

function isRecent(value: unknown): value is Recent {
  const recent = value as Partial<Recent> | null;
  return (
    typeof recent === 'object' &&
    recent !== null &&
    typeof recent.room === 'string' &&
    recent.room !== '' &&
    typeof recent.visitedAtMs === 'number' &&
    (recent.name === undefined || typeof recent.name === 'string')
  );
}
