import type { Entrance } from '../room/visit-state.ts';
import { readStored, writeStored } from '../ui/stored.ts';

/** How this person came in the last time. Whoever only listens never has the microphone opened for them. */
const habitKey = 'earshot.entrance';

export function rememberHabit(entrance: Entrance): void {
  writeStored(habitKey, entrance);
}

export function usuallyTalks(): boolean {
  const habit = readStored(habitKey);
  return habit === 'live' || habit === 'muted';
}
