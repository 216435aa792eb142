import type { Method } from './index.ts';

export const muteMember: Method<'muteMember'> = async (session, { memberId }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.setMuted(member, { on: room.member(memberId), muted: true });
  return {};
};
