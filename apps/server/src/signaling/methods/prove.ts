import { RpcError } from '@earshot/protocol';
import type { Method } from './index.ts';

export const prove: Method<'prove'> = async (session, { proof, card }) => {
  const { room, member } = session.admission;
  if (!room.secret) throw new RpcError('wrong_state', { detail: 'the room is not private' });
  session.chargeForProfile();
  const proved = await session.privateEntry.answer(room.name, proof);
  room.secret.check(proved);
  member.setPass({ proved, card });
  return session.context.privateRooms.provedIn(room.name, proved);
};
