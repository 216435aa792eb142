import type { Method } from './index.ts';

export const handOver: Method<'handOver'> = async (session, { memberId }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.handOver(member, room.member(memberId));
  return {};
};
