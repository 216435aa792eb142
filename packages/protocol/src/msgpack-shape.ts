import { limits } from './limits.ts';

/** What follows a head byte: so many bytes, items or keys, or a number `width` bytes wide that says how many. */
interface Head {
  of: 'bytes' | 'items' | 'keys';
  count: number;
  width: 0 | 1 | 2 | 4;
}

const bytes = (count: number): Head => ({ of: 'bytes', count, width: 0 });
const items = (count: number): Head => ({ of: 'items', count, width: 0 });
const keys = (count: number): Head => ({ of: 'keys', count, width: 0 });
const counted = (of: Head['of'], width: Head['width']): Head => ({ of, count: 0, width });

/** By head byte, after https://github.com/msgpack/msgpack/blob/master/spec.md; extension types are left out. */
const heads: readonly (Head | undefined)[] = [
  ...Array.from({ length: 0x80 }, () => bytes(0)), // positive fixint
  ...Array.from({ length: 0x10 }, (_, count) => keys(count)), // fixmap
  ...Array.from({ length: 0x10 }, (_, count) => items(count)), // fixarray
  ...Array.from({ length: 0x20 }, (_, count) => bytes(count)), // fixstr
  ...[bytes(0), undefined, bytes(0), bytes(0)], // nil, never used, false, true
  ...[counted('bytes', 1), counted('bytes', 2), counted('bytes', 4)], // bin
  ...[undefined, undefined, undefined], // ext
  ...[bytes(4), bytes(8)], // float
  ...[bytes(1), bytes(2), bytes(4), bytes(8)], // uint
  ...[bytes(1), bytes(2), bytes(4), bytes(8)], // int
  ...[undefined, undefined, undefined, undefined, undefined], // fixext
  ...[counted('bytes', 1), counted('bytes', 2), counted('bytes', 4)], // str
  ...[counted('items', 2), counted('items', 4)], // array
  ...[counted('keys', 2), counted('keys', 4)], // map
  ...Array.from({ length: 0x20 }, () => bytes(0)), // negative fixint
];

/**
 * Walks over the heads of a MessagePack frame before the decoder allocates for them: it believes what they
 * claim, and 64 kB of nested array heads ask for 700 MB.
 * @throws RangeError beyond `frameDepth`, `arrayItems` or `objectKeys`, for an extension type, and unless
 * the frame is one whole value
 */
export function checkMsgpackShape(frame: Uint8Array): void {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  /** How many values each open array and map still waits for; the first entry is the frame itself. */
  const valuesLeft = [1];
  let at = 0;
  while (valuesLeft.length > 0) {
    const left = valuesLeft.pop() as number;
    if (left === 0) continue;
    valuesLeft.push(left - 1);
    const head = heads[view.getUint8(at)];
    if (!head) throw new RangeError('an extension type');
    const count = head.width === 0 ? head.count : readUint(view, at + 1, head.width);
    at += 1 + head.width;
    if (head.of === 'bytes') {
      at += count;
    } else {
      if (count > (head.of === 'items' ? limits.arrayItems : limits.objectKeys)) {
        throw new RangeError('too many items');
      }
      valuesLeft.push(head.of === 'items' ? count : 2 * count);
      if (valuesLeft.length > limits.frameDepth + 1) throw new RangeError('nested too deep');
    }
  }
  if (at !== frame.byteLength) throw new RangeError('not one whole value');
}

function readUint(view: DataView, at: number, width: 1 | 2 | 4): number {
  if (width === 1) return view.getUint8(at);
  return width === 2 ? view.getUint16(at) : view.getUint32(at);
}
