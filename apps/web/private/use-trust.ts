import type { Member, Privacy } from '@earshot/client';
import { useSnapshot } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { useStored } from '../ui/stored.ts';
import { comparison, knownKeysKey } from './known-keys.ts';

/** How far one can be sure of somebody: what the room's secret proves, and what people have compared themselves. */
export type PersonTrust = 'compared' | 'verified' | 'changed' | 'unverified';

/** @returns undefined in open rooms, and before somebody's card was looked at */
export function trustIn(room: string, member: Member, privacy: Privacy): PersonTrust | undefined {
  const trust = privacy.members.get(member.id);
  if (trust === undefined || trust === 'unverified') return trust;
  const compared = comparison(room, member, privacy.signingKeys.get(member.id) ?? '');
  return compared === 'never' ? 'verified' : compared;
}

/** Draws again when somebody is compared, here or in another tab. */
export function useTrust(member: Member): PersonTrust | undefined {
  const { room } = useRoomAccess();
  const privacy = useSnapshot((snapshot) => snapshot.privacy);
  useStored(knownKeysKey);
  return privacy.kind === 'open' ? undefined : trustIn(room, member, privacy);
}
