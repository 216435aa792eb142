import type { Visit } from '../room/visit.ts';
import type { Entrance } from '../room/visit-state.ts';

/** Leaves and comes in anew, with new keys and as one was. */
export function rejoin(visit: Visit, room: string): void {
  const { state } = visit;
  if (state.at !== 'inside') return;
  const was = entranceOf(state.room.snapshot.self.microphone);
  const stop = visit.subscribe(() => {
    if (visit.state.at !== 'ended') return;
    stop();
    void visit.reenter(room, was);
  });
  visit.leave();
}

function entranceOf(microphone: 'live' | 'muted' | 'off'): Entrance {
  // What could not be encrypted was switched off; going live again is for its person to decide.
  return microphone === 'off' ? 'muted' : microphone;
}
