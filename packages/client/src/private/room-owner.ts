import type { SigningKey } from '@earshot/crypto';

/**
 * What its maker keeps of a private room: whoever has it can change the password. IndexedDB takes it whole, and
 * nobody can read the private half.
 */
export interface RoomOwner {
  /** The room's name, which follows from the key. */
  readonly room: string;
  readonly key: SigningKey;
}
