import type { MemberCard } from '@earshot/protocol';
import type { ProvedKey } from './proved-key.ts';

/** What somebody brings to an encrypted room; what is left out of it when they come back stays as it was. */
export interface MemberPass {
  /** What they show the others. */
  readonly card?: MemberCard | undefined;
  /** What they have proved of a private room. */
  readonly proved?: ProvedKey | undefined;
}
