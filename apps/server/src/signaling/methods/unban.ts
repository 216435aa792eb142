import type { Method } from './index.ts';

export const unban: Method<'unban'> = async (session, { banId }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.unban(member, banId);
  return {};
};
