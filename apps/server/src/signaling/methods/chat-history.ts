import type { Method } from './index.ts';

export const chatHistory: Method<'chatHistory'> = (session, { before }) =>
  session.admission.room.chat.history(before);
