/** What lets one into a private room, and opens what is said in an encrypted one. Which of them is needed its record says. */
export interface RoomSecret {
  readonly password?: string;
  /** 32 bytes, from behind `#k=` in the link: see `readLinkKey`. */
  readonly linkKey?: Uint8Array;
}

/** How far entering an encrypted room is. Shares go from 0 to 1. */
export type EnteringStep =
  /** The room's record is fetched and checked. */
  | { readonly at: 'reading' }
  /** The key is worked out of the password: about a second on a phone. */
  | { readonly at: 'deriving'; readonly share: number }
  /** The server's puzzle is being solved. */
  | { readonly at: 'proving'; readonly share: number }
  | { readonly at: 'joining' };
