import { RpcError } from '@earshot/protocol';
import type { Method } from './index.ts';

export const produce: Method<'produce'> = async (session, stream) => {
  session.chargeForStream();
  const { room, member } = session.admission;
  // Whoever shows no card has shared no key: what they send would be in the clear.
  if (room.encrypted && !member.pass.card) throw new RpcError('encryption_required');
  return { producerId: await member.produce(stream) };
};
