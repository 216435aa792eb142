import type { Method } from './index.ts';

export const voteToRemove: Method<'voteToRemove'> = async (session, { memberId, agree }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.vote(member, { on: room.member(memberId), agree });
  return {};
};
