import type { Member } from '@earshot/protocol';

type Someone = Pick<Member, 'name' | 'key'>;

/**
 * Remembers by which key somebody was known, so that another one under the same name is noticed. By name and by
 * person, over visits and rooms: whoever gives it decides where and for how long.
 */
export interface KeyMemory {
  /** The signing key that this person had when they were last met; undefined for somebody new. */
  recall(member: Someone): string | undefined;
  keep(member: Someone, signingKey: string): void;
}
