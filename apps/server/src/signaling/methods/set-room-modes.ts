import type { Method } from './index.ts';

export const setRoomModes: Method<'setRoomModes'> = async (session, modes) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.setModes(member, modes);
  return {};
};
