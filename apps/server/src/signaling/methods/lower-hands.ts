import type { Method } from './index.ts';

export const lowerHands: Method<'lowerHands'> = async (session, { memberId }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.lowerHands(member, memberId === undefined ? undefined : room.member(memberId));
  return {};
};
