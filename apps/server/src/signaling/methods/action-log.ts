import type { Method } from './index.ts';

export const actionLog: Method<'actionLog'> = async (session, { before }) => {
  const { room, member } = session.admission;
  return room.hosting.log.page(before, { forHosts: room.hosting.roles.isHost(member.author) });
};
