import type { Method } from './index.ts';

export const allowToSpeak: Method<'allowToSpeak'> = async (session, { memberId }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.setMuted(member, { on: room.member(memberId), muted: false });
  return {};
};
