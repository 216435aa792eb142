import type { Method } from './index.ts';

export const setRoomSettings: Method<'setRoomSettings'> = async (session, { settings }) => {
  const { room, member } = session.chargeForHosting();
  session.context.guard.house.checkTexts({ topic: settings.topic, tags: settings.tags });
  await room.acts.setSettings(member, settings);
  return {};
};
