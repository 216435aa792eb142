import type { Method } from './index.ts';

export const shadowMute: Method<'shadowMute'> = async (session, { memberId, on }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.setShadowMuted(member, { on: room.member(memberId), shadowMuted: on });
  return {};
};
