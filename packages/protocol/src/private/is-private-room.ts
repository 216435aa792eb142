/** `p-` and 16 bytes in base32 (RFC 4648, section 6), lower case: a room's name like any other, and nobody's choice. */
export const privateRoomShape = /^p-[a-z2-7]{26}$/;

/**
 * Whether a room of this name is private: its name is the hash of its owner's key (docs/PRIVATE-ROOMS.md). No other
 * room may be called so, so that whoever has the link knows, without asking the server, that nothing goes out in clear.
 * By itself, since a page asks before it has any schema.
 */
export function isPrivateRoom(name: string): boolean {
  return privateRoomShape.test(name);
}
