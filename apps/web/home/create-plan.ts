import type { RoomSettings } from '@earshot/protocol';

/** In this tab alone, and gone with it. */
const key = 'earshot.create';

/** Remembers how a room is to be made, on the way from the front page to its lobby. */
export function keepPlan(room: string, settings: RoomSettings): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ room, settings }));
  } catch {
    // Blocked: the room opens as one that nobody owns.
  }
}

/** How this room is to be made, as it was written down; undefined where it is only entered. */
export function readPlan(room: string): unknown {
  try {
    const plan = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return plan?.room === room ? plan.settings : undefined;
  } catch {
    return undefined;
  }
}

/** How the last room that was not made was to be, whatever its name, as it was written down. */
export function unmadePlan(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null')?.settings;
  } catch {
    return undefined;
  }
}

/** The room is made, or shall not be. */
export function forgetPlan(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Then there was none.
  }
}
