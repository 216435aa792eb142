import type { TransportState } from './media-transport.ts';
import type { RoomSnapshot } from './snapshot.ts';

/** The path of the sound, from the states of its two transports: as good as the worse of those in use. */
export function mediaState(states: readonly TransportState[]): RoomSnapshot['media'] {
  const used = states.filter((state) => state !== 'idle' && state !== 'closed');
  if (used.includes('failed')) return 'failed';
  if (used.some((state) => state !== 'connected')) return 'connecting';
  return used.length > 0 ? 'connected' : 'idle';
}
