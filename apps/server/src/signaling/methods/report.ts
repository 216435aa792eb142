import { limits, RpcError } from '@earshot/protocol';
import { personOf } from '../../rooms/chat/chat-author.ts';
import type { Method } from './index.ts';

export const report: Method<'report'> = async (session, { memberId, ...what }) => {
  const { room, member } = session.admission;
  const on = room.acquaintances.find(memberId);
  if (personOf(on.author) === personOf(member.author))
    throw new RpcError('not_permitted', { detail: 'that is yourself' });
  const { reports, clock } = session.context;
  const sinceMs = clock.wallMs() - limits.reportChatMs;
  // What the reporter has before their eyes, and no more; what is sealed nobody could read.
  const chat = room.chat
    .history(member.author)
    .messages.filter(({ sentAtMs, sealed }) => sentAtMs >= sinceMs && !sealed)
    .map(({ sentAtMs, author, text }) => ({ atMs: sentAtMs, name: author.name, text }));
  await reports.file({ room: room.name, by: member, on, what, chat });
  return {};
};
