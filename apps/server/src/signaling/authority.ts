import { type MemberId, powers, type ServerMethods } from '@earshot/protocol';
import { requirePower } from '../rooms/powers.ts';
import type { Session } from './session.ts';

/**
 * Before each method: whether this member may do that, and to that member.
 * @throws RpcError `not_joined`, `not_permitted`, `not_found` for a member who is not there, `rate_limited`
 */
export function authorize(session: Session, method: keyof ServerMethods, params: object): void {
  if (Object.values(powers[method]).every((power) => power === 'yes')) return;
  const { room, member } = session.admission;
  const actor = room.hosting.actor(member.author);
  requirePower(method, actor);
  if (!('memberId' in params) || params.memberId === undefined) return;
  requirePower(method, actor, room.member(params.memberId as MemberId).role);
}
