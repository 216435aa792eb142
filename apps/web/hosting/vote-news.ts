import type { MemberId, RoomSnapshot } from '@earshot/client';

type Moment = Pick<RoomSnapshot, 'votes' | 'members' | 'self'>;

/** The votes that ended between two moments, with the name of who stays; without one they are gone. */
export function endedVotes(before: Moment, now: Moment): { memberId: MemberId; name: string | undefined }[] {
  if (before.votes === now.votes) return [];
  const open = new Set(now.votes.map(({ memberId }) => memberId));
  const people = [now.self, ...now.members];
  return before.votes
    .filter(({ memberId }) => !open.has(memberId))
    .map(({ memberId }) => ({ memberId, name: people.find(({ id }) => id === memberId)?.name }));
}
