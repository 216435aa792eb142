import { type HeldKeys, type KeyName, type MemberCard, noHeldKeys } from '@earshot/crypto';
import type { MemberId } from '@earshot/protocol';
import { base64url } from '../identity/base64url.ts';

/** Another member in one visit of theirs, with those of their keys that are held. */
export interface KeyHolder {
  readonly id: MemberId;
  /** Another word when they come back with other keys. */
  readonly visit: string;
  /** The newest first, at most two. */
  cards: readonly [MemberCard, ...MemberCard[]];
  held: HeldKeys;
  /** By `nameText`. */
  readonly keys: Map<string, CryptoKey>;
  /** Something came that no key opens, and when to ask for one. */
  wanting: { readonly dueMs: number; readonly asked: number } | undefined;
}

export function newKeyHolder(id: MemberId, card: MemberCard): KeyHolder {
  return {
    id,
    visit: `${id} ${base64url(card.visit)}`,
    cards: [card],
    held: noHeldKeys,
    keys: new Map(),
    wanting: undefined,
  };
}

export function nameText({ generation, step }: KeyName): string {
  return `${generation}.${step}`;
}
