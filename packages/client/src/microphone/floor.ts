import type { Member } from '@earshot/protocol';
import type { Floor, MicrophoneEvent } from './microphone-machine.ts';

/** Whether a member may speak. */
export function floorOf({ role, microphoneRight }: Pick<Member, 'role' | 'microphoneRight'>): Floor {
  if (role === 'listener') return 'listening';
  return microphoneRight ?? 'free';
}

/** What it is to a microphone that the floor became this. */
export const floorEvents: Readonly<Record<Floor, MicrophoneEvent>> = {
  free: { type: 'unmuteAllowed' },
  withheld: { type: 'mutedByModerator' },
  listening: { type: 'madeListener' },
};
