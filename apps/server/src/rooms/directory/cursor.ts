import { type Placed, RpcError } from '@earshot/protocol';

/** Says where a page ended: behind that place, whether or not something still stands there. */
export function writeCursor({ name, people, hot, startedAtMs }: Placed): string {
  return Buffer.from(JSON.stringify([name, people, hot, startedAtMs])).toString('base64url');
}

/** @throws RpcError `invalid_params` */
export function readCursor(cursor: string): Placed {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(place)) {
      const [name, ...numbers] = place;
      const [people, hot, startedAtMs] = numbers;
      if (typeof name === 'string' && numbers.length === 3 && numbers.every(Number.isFinite)) {
        return { name, people, hot, startedAtMs };
      }
    }
  } catch {
    // Not ours.
  }
  throw new RpcError('invalid_params', { detail: 'cursor: is none of this server' });
}
