import { randomBytes } from 'node:crypto';
import type { ReturnToken } from '@earshot/protocol';

/** By which the holder of a seat comes back into it: made anew each time, so that none is good for long. */
export class SeatToken {
  #now = newToken();
  /** The one they came back with, until it is certain that they have the next one. */
  #former: ReturnToken | undefined;

  get now(): ReturnToken {
    return this.#now;
  }

  /** Where the answer with the new token was lost on its way, the one before still opens an empty seat. */
  opens(token: ReturnToken, { empty }: { empty: boolean }): boolean {
    return token === this.#now || (empty && token === this.#former);
  }

  /** They came back with `used`, and are told the next one. */
  renew(used: ReturnToken): void {
    this.#former = used;
    this.#now = newToken();
  }

  /** They have the new one: the one before is used up. */
  arrived(): void {
    this.#former = undefined;
  }
}

function newToken(): ReturnToken {
  return randomBytes(24).toString('base64url');
}
