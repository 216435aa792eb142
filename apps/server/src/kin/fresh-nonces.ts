import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';

const macBytes = 18;

/**
 * Nonces that say themselves when they were made, so that none has to be kept. One can be used more than once
 * while it is fresh: what it protects comes out the same the second time.
 */
export class FreshNonces {
  readonly #secret = randomBytes(32);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  make(): string {
    const stamp = Buffer.alloc(6);
    stamp.writeUIntBE(Math.floor(this.#clock.nowMs()), 0, 6);
    return Buffer.concat([stamp, this.#mac(stamp)]).toString('base64url');
  }

  isFresh(nonce: string): boolean {
    const bytes = Buffer.from(nonce, 'base64url');
    if (bytes.length !== 6 + macBytes) return false;
    const stamp = bytes.subarray(0, 6);
    const ageMs = this.#clock.nowMs() - stamp.readUIntBE(0, 6);
    return ageMs <= limits.devicesNonceMs && timingSafeEqual(bytes.subarray(6), this.#mac(stamp));
  }

  #mac(stamp: Buffer): Buffer {
    return createHmac('sha256', this.#secret).update(stamp).digest().subarray(0, macBytes);
  }
}
