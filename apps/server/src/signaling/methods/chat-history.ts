import type { Method } from './index.ts';

export const chatHistory: Method<'chatHistory'> = async (session, { before }) => {
  const { room, member } = session.admission;
  return room.chat.history(member.author, before);
};
