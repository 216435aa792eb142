import { type Bytes, expectWidth, sha256, slice, textBytes } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';

const label = textBytes('earshot/1/id');
const openLabel = textBytes('earshot/1/open-id');
/** RFC 4648, section 6, in small letters: it survives whatever folds capitals. */
const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** 16 bytes that follow from the owner's key, so that nobody else can sign for the room. */
export async function roomIdOf(ownerKey: Uint8Array): Promise<Bytes> {
  expectWidth(ownerKey, 32, "an owner's key");
  return slice(await sha256(label, ownerKey), 0, 16);
}

/** The same for an encrypted room that everybody may enter: it follows from the name. */
export async function openRoomIdOf(name: string): Promise<Bytes> {
  return slice(await sha256(openLabel, textBytes(name)), 0, 16);
}

/** `p-` and 26 letters: the name of a private room, which stands in its link. */
export function privateRoomName(roomId: Uint8Array): string {
  expectWidth(roomId, 16, 'a room id');
  let rest = roomId.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n) << 2n;
  let text = '';
  for (let at = 0; at < 26; at += 1, rest >>= 5n) text = letters[Number(rest & 31n)] + text;
  return `p-${text}`;
}

/** @throws CryptoError `malformed` for any text that `privateRoomName` does not write */
export function parsePrivateRoomName(name: string): Bytes {
  if (!/^p-[a-z2-7]{26}$/.test(name)) throw new CryptoError('malformed');
  let number = 0n;
  for (const letter of name.slice(2)) number = (number << 5n) | BigInt(letters.indexOf(letter));
  const roomId = new Uint8Array(16);
  let rest = number >> 2n;
  for (let at = 15; at >= 0; at -= 1, rest >>= 8n) roomId[at] = Number(rest & 255n);
  if (privateRoomName(roomId) !== name) throw new CryptoError('malformed');
  return roomId;
}
