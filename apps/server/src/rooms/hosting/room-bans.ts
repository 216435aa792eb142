import { randomBytes } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import { type BanId, limits, type Person, RpcError, type Ban as WireBan } from '@earshot/protocol';
import type { Ban } from '../../store/ban.ts';
import type { BanStore } from '../../store/store.ts';

interface RoomBansOptions {
  room: string;
  /** Those from before. */
  bans: readonly Ban[];
  /** Undefined in a room that nobody owns: what is banned there is banned until it is empty. */
  store: BanStore | undefined;
  clock: Clock;
}

interface NewBan {
  key: string;
  addressPrefix: string | undefined;
  on: Person;
  /** Left out: a vote. */
  by?: Person;
  /** Left out: for good. */
  forMs?: number | undefined;
}

/**
 * Who is kept out of one room, kept in memory as long as the room is open. Beyond `limits.bansKept` the one goes that
 * ends first; those for good go last.
 */
export class RoomBans {
  readonly #options: RoomBansOptions;
  /** The oldest first. */
  readonly #bans = new Map<BanId, Ban>();

  constructor(options: RoomBansOptions) {
    this.#options = options;
    for (const ban of options.bans.toReversed()) this.#bans.set(ban.id, ban);
  }

  /** @throws RpcError `banned`, with the time that is left */
  check({ key, addressPrefix }: { key: string; addressPrefix: string | undefined }): void {
    let untilMs = 0;
    for (const ban of this.#inForce()) {
      const meant = (key && ban.key === key) || (addressPrefix && ban.prefix === addressPrefix);
      if (meant) untilMs = Math.max(untilMs, endMs(ban));
    }
    if (untilMs === 0) return;
    const retryAfterMs = Number.isFinite(untilMs) ? untilMs - this.#options.clock.wallMs() : undefined;
    throw new RpcError('banned', { retryAfterMs });
  }

  /** It holds at once. @throws RpcError `storage_failed` where it will not hold for longer than the room is open */
  async add({ key, addressPrefix, on, by, forMs }: NewBan): Promise<void> {
    const { room, store, clock } = this.#options;
    const atMs = clock.wallMs();
    const ban: Ban = {
      id: randomBytes(12).toString('base64url'),
      room,
      ...(key && { key }),
      ...(addressPrefix && { prefix: addressPrefix }),
      on,
      ...(by && { by }),
      atMs,
      untilMs: forMs === undefined ? null : atMs + forMs,
    };
    this.#inForce();
    this.#bans.set(ban.id, ban);
    // As the store does it. Of those that end at the same time, or never, the oldest.
    const [first, ...others] = this.#bans.values();
    const goes = others.reduce((one, other) => (endMs(other) < endMs(one) ? other : one), first ?? ban);
    if (this.#bans.size > limits.bansKept) this.#bans.delete(goes.id);
    await store?.add(ban);
  }

  /** @returns the ban that was lifted. @throws RpcError `not_found`, `storage_failed` */
  async remove(id: BanId): Promise<Ban> {
    const ban = this.#bans.get(id);
    if (!ban) throw new RpcError('not_found');
    await this.#options.store?.remove(id);
    this.#bans.delete(id);
    return ban;
  }

  /** The newest first. */
  list(): WireBan[] {
    return this.#inForce()
      .toReversed()
      .map(({ id, on, by, atMs, untilMs }) => ({
        id,
        ...(on && { on }),
        ...(by && { by }),
        atMs,
        ...(untilMs !== null && { untilMs }),
      }));
  }

  #inForce(): Ban[] {
    const nowMs = this.#options.clock.wallMs();
    for (const { id, untilMs } of [...this.#bans.values()]) {
      if (untilMs !== null && untilMs <= nowMs) this.#bans.delete(id);
    }
    return [...this.#bans.values()];
  }
}

const endMs = ({ untilMs }: Ban) => untilMs ?? Number.POSITIVE_INFINITY;
