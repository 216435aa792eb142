import { type MemberCard, type RoomSettings, RpcError } from '@earshot/protocol';
import type { ProvedKey } from './proved-key.ts';

/** What somebody brings to an encrypted room; what is left out of it when they come back stays as it was. */
export interface MemberPass {
  /** What they show the others. */
  readonly card?: MemberCard | undefined;
  /** What they have proved of a private room. */
  readonly proved?: ProvedKey | undefined;
}

/**
 * Whoever shows no card shares no keys with anybody: they would hear noise, and be heard in the clear.
 * @throws RpcError `encryption_required`
 */
export function checkCard({ encrypted }: Pick<RoomSettings, 'encrypted'>, { card }: MemberPass): void {
  if (encrypted && !card) throw new RpcError('encryption_required');
}
