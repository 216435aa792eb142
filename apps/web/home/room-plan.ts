import type { RoomSettings } from '@earshot/protocol';

/** What it takes to come into a private room. */
export type WayIn = 'password' | 'link' | 'both';

/** A room that somebody sets up before they make it. */
export type RoomPlan =
  | { readonly kind: 'open'; readonly settings: RoomSettings }
  | {
      readonly kind: 'private';
      readonly mode: WayIn;
      readonly password: string;
      readonly topic: string;
      /** It was to be made already, and something was missing. */
      readonly tried: boolean;
    };

/** Whether all is said that it takes. */
export function isWhole(plan: RoomPlan): boolean {
  return plan.kind === 'open' || plan.mode === 'link' || plan.password.trim() !== '';
}
