import type { MemberId, RoomSnapshot } from '@earshot/client';

type Moment = Pick<RoomSnapshot, 'votes' | 'members' | 'self'>;

/** The votes that ended between two moments. */
export function endedVotes(before: Moment, now: Moment): { memberId: MemberId; name: string }[] {
  if (before.votes === now.votes) return [];
  const open = new Set(now.votes.map(({ memberId }) => memberId));
  const people = [before.self, ...before.members];
  return before.votes
    .filter(({ memberId }) => !open.has(memberId))
    .flatMap(({ memberId }) => {
      const name = people.find(({ id }) => id === memberId)?.name;
      return name === undefined ? [] : [{ memberId, name }];
    });
}
