import { type Act, type Actor, may, type Role, RpcError } from '@earshot/protocol';

/**
 * The one place where somebody is told no. The table itself is the protocol's, so that clients show what is
 * allowed here.
 * @throws RpcError `not_permitted`
 */
export function requirePower(act: Act, actor: Actor, on?: Role): void {
  if (!may(act, actor, on)) throw new RpcError('not_permitted');
}
