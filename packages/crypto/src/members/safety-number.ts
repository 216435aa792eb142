import { type Bytes, concat, expectWidth, textBytes, uint32, viewOf } from '../bytes.ts';

/** Makes each try at a number that fits cost as much as this many hashes. */
const iterations = 2 ** 16;
const roomLabel = textBytes('earshot/1/safety-room');
const personLabel = textBytes('earshot/1/safety-person');

/**
 * What everybody in the room sees alike, unless somebody stands between them: eight groups of five digits
 * (133 bits). It follows from the members' signing keys in no order, and changes when somebody comes or goes.
 */
export async function roomSafetyNumber(
  roomId: Uint8Array,
  signingKeys: readonly Uint8Array[],
): Promise<string> {
  expectWidth(roomId, 16, 'a room id');
  const keys = [...signingKeys].sort(byBytes);
  for (const key of keys) expectWidth(key, 32, 'a signing key');
  return digits(concat(roomLabel, roomId, uint32(keys.length), ...keys), 8);
}

/** Of one person, in every room where they have the same key: six groups of five digits (100 bits). */
export async function personSafetyNumber(signingKey: Uint8Array): Promise<string> {
  expectWidth(signingKey, 32, 'a signing key');
  return digits(concat(personLabel, signingKey), 6);
}

async function digits(statement: Bytes, groups: number): Promise<string> {
  const root = await crypto.subtle.importKey('raw', statement, 'PBKDF2', false, ['deriveBits']);
  const slow = { name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(0), iterations };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(slow, root, groups * 40));
  const view = viewOf(bits);
  return Array.from({ length: groups }, (_, at) => {
    // Five bytes are so many more than five digits that the remainder favours none.
    const number = view.getUint8(at * 5) * 2 ** 32 + view.getUint32(at * 5 + 1);
    return String(number % 100_000).padStart(5, '0');
  }).join(' ');
}

function byBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
