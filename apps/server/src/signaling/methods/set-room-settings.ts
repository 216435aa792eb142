import type { Method } from './index.ts';

export const setRoomSettings: Method<'setRoomSettings'> = async (session, { settings }) => {
  const { room, member } = session.chargeForHosting();
  await room.acts.setSettings(member, settings);
  return {};
};
