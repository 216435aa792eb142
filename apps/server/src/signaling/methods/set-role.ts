import type { Method } from './index.ts';

export const setRole: Method<'setRole'> = async (session, { memberId, role }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.setRole(member, { on: room.member(memberId), role });
  return {};
};
