import type { Method } from './index.ts';

export const removeMember: Method<'removeMember'> = async (session, { memberId }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.remove(member, room.member(memberId));
  return {};
};
