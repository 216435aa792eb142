import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Whether a request brings this token (RFC 6750, 2.1); how long it takes to say no tells nothing about it. */
export function bears({ authorization = '' }: IncomingHttpHeaders, token: string): boolean {
  // The scheme's name may be written in any case (RFC 9110, 11.1).
  const given = Buffer.from(authorization.replace(/^bearer +/i, 'Bearer '));
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
