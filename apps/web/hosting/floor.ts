import type { Member } from '@earshot/client';
import type { PlainKey } from '../i18n/translate.ts';

/** Whether somebody may speak: freely, not until a host allows it again, or not unless they are made a speaker. */
export type Floor = 'free' | 'withheld' | 'listening';

type Standing = Pick<Member, 'role' | 'acting' | 'microphoneRight'>;

export function floorOf({ role, microphoneRight }: Standing): Floor {
  return role === 'listener' ? 'listening' : (microphoneRight ?? 'free');
}

/** What changed for oneself: a sentence, and whether one may speak (again) from now on. */
export interface StandingNews {
  readonly words?: PlainKey;
  readonly floor?: 'again' | 'now' | undefined;
}

/** Undefined where nothing did. */
export function standingNews(before: Standing, after: Standing): StandingNews | undefined {
  const [was, is] = [floorOf(before), floorOf(after)];
  const acting = after.acting === true;
  if (was === is && before.role === after.role && acting === (before.acting === true)) return undefined;
  if (is === 'withheld' && was !== is) return { words: 'floor.withheldWhy', floor: undefined };
  if (is === 'listening') return { words: 'floor.madeListener', floor: undefined };
  if (after.role === 'owner') return { words: acting ? 'floor.madeActing' : 'floor.madeOwner' };
  if (after.role === 'moderator' && before.role !== 'moderator') {
    return { words: before.acting ? 'floor.ownerBack' : 'floor.madeModerator' };
  }
  if (was === 'listening') return { floor: 'now' };
  if (was === 'withheld' && is === 'free') return { floor: 'again' };
  return { words: 'floor.noModerator' };
}
