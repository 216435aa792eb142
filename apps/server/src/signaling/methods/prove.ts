import { RpcError } from '@earshot/protocol';
import type { Session } from '../session.ts';
import type { Method } from './index.ts';

type ProveParams = Parameters<Method<'prove'>>[1];
type Proving = ReturnType<Method<'prove'>>;

export const prove: Method<'prove'> = (session, params) =>
  session.member ? proveInside(session, params) : proveOutside(session, params);

/** The room has another secret now. */
async function proveInside(session: Session, { proof, card }: ProveParams): Promise<Awaited<Proving>> {
  const { room, member } = session.admission;
  if (!room.secret) throw new RpcError('wrong_state', { detail: 'the room is not private' });
  if (!card) throw new RpcError('encryption_required');
  session.chargeForProfile();
  const proved = await session.privateEntry.answer(room.name, proof);
  room.secret.check(proved);
  member.setPass({ proved, card });
  return session.context.privateRooms.provedIn(room.name, proved);
}

/** Whoever stands at the door wants to know at once whether their answer is right. It tells what `join` would. */
async function proveOutside(session: Session, { proof }: ProveParams): Promise<Awaited<Proving>> {
  const { house } = session.context.guard;
  const { addressPrefix, prefix } = session;
  house.checkVisitor({ key: '', addressPrefix });
  try {
    return await session.privateEntry.answerOutside(proof);
  } catch (error) {
    // As with a join that failed.
    session.context.guard.failed(prefix);
    throw error;
  }
}
