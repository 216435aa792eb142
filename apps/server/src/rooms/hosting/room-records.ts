import type { Clock } from '@earshot/lifetime';
import { type GivenRole, isPrivateRoom, limits, type RoomSettings, RpcError } from '@earshot/protocol';
import type { Logger } from 'pino';
import type { Ban } from '../../store/ban.ts';
import type { Mark } from '../../store/mark.ts';
import type { OwnedRoom } from '../../store/owned-room.ts';
import type { Store } from '../../store/store.ts';

/** All that is kept of an owned room, but for its log, which is read when somebody asks. */
export interface RoomRecord {
  readonly room: OwnedRoom;
  readonly roles: ReadonlyMap<string, GivenRole>;
  readonly marks: ReadonlyMap<Mark, ReadonlySet<string>>;
  readonly bans: readonly Ban[];
  /** Of a private room: which secret is asked for. */
  readonly epoch?: number | undefined;
  /** Whether it was made just now. */
  readonly isNew: boolean;
}

/** Somebody's wish to make a room. */
export interface Founding {
  readonly settings: RoomSettings;
  readonly key: string;
  /** What they are called. */
  readonly name: string;
}

/** Names freed in one go; the next ones have their turn a little later. */
const freedAtOnce = 200;

/** Rooms read in one go. */
const keptAtOnce = 500;

/** What the store knows of rooms, by their names: taken when they open, and freed when nobody wants them any more. */
export class RoomRecords {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #onFreed: (name: string) => void;
  readonly #freeing = new Map<string, Promise<unknown>>();

  constructor(options: { store: Store; clock: Clock; log: Logger; onFreed?(name: string): void }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#onFreed = options.onFreed ?? (() => {});
  }

  /** Those that are kept for an owner, one by one. @throws RpcError `storage_failed` */
  async *kept(): AsyncGenerator<OwnedRoom> {
    let page: OwnedRoom[];
    let after: string | undefined;
    do {
      page = await this.#store.rooms.page(after, keptAtOnce);
      after = page.at(-1)?.name;
      yield* page.filter((room) => !this.#isOver(room));
    } while (page.length === keptAtOnce);
  }

  /** Whose the name is now. @throws RpcError `storage_failed` */
  async ownerOf(name: string): Promise<string | undefined> {
    const found = await this.#store.rooms.get(name);
    return found && !this.#isOver(found) ? found.ownerKey : undefined;
  }

  /**
   * A room opens. Undefined where nobody owns it; that somebody else does is no failure.
   * @throws RpcError `storage_failed`; `not_found` for a private room that was not made before
   */
  async open(name: string, founding?: Founding): Promise<RoomRecord | undefined> {
    while (this.#freeing.has(name)) await this.#freeing.get(name);
    const found = await this.#store.rooms.get(name);
    if (found && !this.#isOver(found)) {
      const { roles, marks, bans, privateRooms } = this.#store;
      const [given, marked, banned, entry] = await Promise.all([
        roles.of(name),
        marks.of(name),
        bans.of(name),
        isPrivateRoom(name) ? privateRooms.get(name) : undefined,
      ]);
      if (isPrivateRoom(name) && !entry) throw new RpcError('not_found');
      this.#note(name, null);
      const kept = { roles: given, marks: marked, bans: banned };
      return { room: found, ...kept, epoch: entry?.epoch, isNew: false };
    }
    if (isPrivateRoom(name)) throw new RpcError('not_found');
    if (found) await this.#delete(name);
    return founding && this.#found(name, founding);
  }

  /** Nobody is in the room any more. @param sinceMs since when, where nobody was since then; null: since now */
  emptied(name: string, sinceMs: number | null = null): void {
    this.#note(name, sinceMs ?? this.#clock.wallMs());
  }

  /** Frees a name, whoever owns it. @throws RpcError `storage_failed` */
  forget(name: string): Promise<void> {
    return this.#inTurn(name, () => this.#delete(name));
  }

  /** Frees the names of rooms that have been empty for long enough, but for those `inUse`. */
  async sweep(inUse: (name: string) => boolean): Promise<void> {
    try {
      const nowMs = this.#clock.wallMs();
      await this.#store.bans.expire(nowMs);
      const { rooms, privateRooms } = this.#store;
      const names = await rooms.emptySince(nowMs - limits.ownedRoomEmptyMs, freedAtOnce);
      const others = await privateRooms.emptySince(nowMs - limits.privateRoomIdleMs, freedAtOnce);
      for (const name of [...names, ...others]) {
        if (!inUse(name)) await this.#inTurn(name, () => this.#deleteIfOver(name));
      }
    } catch (err) {
      this.#log.warn({ err }, 'names of empty rooms were not freed');
    }
  }

  /** Makes something of this name while nobody else makes or frees it, once what was there and is over is gone. */
  alone<T>(name: string, make: () => Promise<T>): Promise<T> {
    return this.#inTurn(name, async () => {
      await this.#deleteIfOver(name);
      return make();
    });
  }

  /** Whoever wants to open it meanwhile waits, so that nothing is deleted under them. */
  async #inTurn<T>(name: string, act: () => Promise<T>): Promise<T> {
    const acting = (this.#freeing.get(name) ?? Promise.resolve()).then(act);
    const turn = acting.then(
      () => {},
      () => {},
    );
    this.#freeing.set(name, turn);
    try {
      return await acting;
    } finally {
      if (this.#freeing.get(name) === turn) this.#freeing.delete(name);
    }
  }

  /** Since the sweep began it may have been somebody's again, and emptied a moment ago. */
  async #deleteIfOver(name: string): Promise<void> {
    const found = await this.#store.rooms.get(name);
    if (!found) this.#onFreed(name);
    else if (this.#isOver(found)) await this.#delete(name);
  }

  async #delete(name: string): Promise<void> {
    await this.#store.rooms.delete(name);
    this.#onFreed(name);
  }

  async #found(name: string, { settings, key }: Founding): Promise<RoomRecord> {
    const nowMs = this.#clock.wallMs();
    const room: OwnedRoom = { name, ownerKey: key, settings, createdAtMs: nowMs, emptySinceMs: null };
    if (!(await this.#store.rooms.create(room))) throw new Error('a name was taken while it was being given');
    return { room, roles: new Map(), marks: new Map(), bans: [], isNew: true };
  }

  #isOver({ name, emptySinceMs }: OwnedRoom): boolean {
    const keptMs = isPrivateRoom(name) ? limits.privateRoomIdleMs : limits.ownedRoomEmptyMs;
    return emptySinceMs !== null && this.#clock.wallMs() - emptySinceMs >= keptMs;
  }

  /** Nobody waits for it: a room that opens or ends is no matter of the disk. */
  #note(name: string, emptySinceMs: number | null): void {
    this.#store.rooms
      .update(name, { emptySinceMs })
      .catch((err: unknown) => this.#log.warn({ err }, 'a room in use was not noted'));
  }
}
