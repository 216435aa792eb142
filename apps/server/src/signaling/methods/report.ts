import { limits, RpcError } from '@earshot/protocol';
import type { Method } from './index.ts';

export const report: Method<'report'> = async (session, { memberId, ...what }) => {
  const { room, member } = session.admission;
  const on = room.member(memberId);
  if (on === member) throw new RpcError('not_permitted', { detail: 'that is yourself' });
  const { reports, clock } = session.context;
  const sinceMs = clock.wallMs() - limits.reportChatMs;
  const chat = room.chat.log
    .page()
    // What is sealed nobody could read.
    .entries.filter(({ sentAtMs, sealed }) => sentAtMs >= sinceMs && !sealed)
    .map(({ sentAtMs, author, text }) => ({ atMs: sentAtMs, name: author.name, text }));
  await reports.file({ room: room.name, by: member, on, what, chat });
  return {};
};
