import type { Method } from './index.ts';

export const askToUnmute: Method<'askToUnmute'> = (session, { memberId }) => {
  const { room, member } = session.chargeForHosting();
  room.member(memberId).carrier?.audience.tell({ method: 'askedToUnmute', params: { by: member.id } });
  return {};
};
