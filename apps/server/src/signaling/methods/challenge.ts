import { limits, RpcError } from '@earshot/protocol';
import type { Method } from './index.ts';

export const challenge: Method<'challenge'> = async (session, { room, ticket }) => {
  const { roomName = room } = session;
  if (roomName !== room) throw new RpcError('wrong_state');
  const asked = await session.privateEntry.challenge(room, ticket);
  session.giveTime(limits.challengeMs);
  return asked;
};
