import type { Method } from './index.ts';

export const banMember: Method<'banMember'> = async (session, { memberId, forMs }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.ban(member, { on: room.member(memberId), forMs });
  return {};
};
