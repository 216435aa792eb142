import { type Clock, Emitter } from '@earshot/lifetime';
import { isPrivateRoom, limits, type RoomSettings, RpcError } from '@earshot/protocol';
import type { Logger } from 'pino';
import type { Guard } from '../guard/guard.ts';
import type { MediaPlane } from '../media/media-plane.ts';
import type { Store } from '../store/store.ts';
import type { Admission, Applicant } from './admission.ts';
import { KeptChats } from './chat/kept-chats.ts';
import { Claims } from './directory/claims.ts';
import { wouldBeListed } from './directory/listed-room.ts';
import { asPerson } from './hosting/hosting.ts';
import { type Founding, RoomRecords } from './hosting/room-records.ts';
import { KeptSeats } from './kept-seats.ts';
import { checkCard } from './private/member-pass.ts';
import { PrivateRooms } from './private/private-rooms.ts';
import { Room } from './room.ts';

/** All rooms that are open now, by the name in their link. */
export class RoomRegistry {
  readonly events = new Emitter<{ opened: [Room] }>();
  /** Which names may be listed beside each other. */
  readonly claims = new Claims();
  readonly privateRooms: PrivateRooms;
  readonly #media: MediaPlane;
  readonly #guard: Guard;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #store: Store;
  readonly #records: RoomRecords;
  readonly #keptSeats: KeptSeats;
  readonly #keptChats: KeptChats;
  readonly #rooms = new Map<string, Room>();
  readonly #opening = new Map<string, Promise<Room>>();
  /** Of these nothing is kept any more. */
  readonly #forgotten = new WeakSet<Room>();

  constructor(options: { media: MediaPlane; guard: Guard; store: Store; clock: Clock; log: Logger }) {
    this.#store = options.store;
    this.#records = new RoomRecords({ ...options, onFreed: (name) => this.claims.delete(name) });
    this.privateRooms = new PrivateRooms({
      store: options.store,
      clock: options.clock,
      alone: (name, make) => this.#records.alone(name, make),
      changed: async (name, entry) => {
        // One that is just being opened has read what was kept before.
        await this.#opening.get(name)?.catch(() => {});
        this.#rooms.get(name)?.secret?.changed(entry);
      },
    });
    this.#media = options.media;
    this.#guard = options.guard;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#keptSeats = new KeptSeats(options.clock);
    this.#keptChats = new KeptChats(options.clock);
  }

  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  /** Whether a room of this name is open now, or about to be. */
  isOpen(name: string): boolean {
    return this.#rooms.has(name) || this.#opening.has(name);
  }

  /**
   * Lets somebody into a room, opening it where they are the first.
   * @param create Makes it one's own, unless it is that already.
   * @throws RpcError `barred`, `words_refused`, `no_new_rooms`, `room_full`, `server_full`, `banned`,
   *   `room_locked`, `storage_failed`, `encryption_required`; to make it also `identity_required`, `name_taken`; for a private one
   *   `not_found`, `proof_required`, `epoch_passed`
   */
  async admit(name: string, applicant: Applicant, create?: RoomSettings): Promise<Admission> {
    const { house } = this.#guard;
    house.checkVisitor(applicant);
    house.checkTexts({ room: name, name: applicant.name, topic: create?.topic, tags: create?.tags });
    const founding = create && { settings: create, key: applicant.key, name: applicant.name };
    if (isPrivateRoom(name) && !applicant.pass.proved) await this.#checkKnocking(name);
    else if (founding) {
      // Nobody could be in it, and it would be somebody's all the same.
      checkCard(founding.settings, applicant.pass);
      await this.#checkFounding(name, founding);
    }
    for (;;) {
      const room = this.#rooms.get(name) ?? (await this.#open(name, founding));
      // The last member may have left while this waited; between here and admit() nothing can.
      if (room.closed) continue;
      try {
        if (founding && !room.hosting.roles.isOwner(founding)) throw new RpcError('name_taken');
        return await room.admit(applicant);
      } catch (error) {
        // It may have been opened for them alone.
        room.closeIfEmpty();
        throw error;
      }
    }
  }

  /** Finds out which names are kept for an owner from before. */
  async recall(): Promise<void> {
    try {
      for await (const { name, createdAtMs, settings } of this.#records.kept()) {
        if (!this.isOpen(name)) this.#keep(name, { createdAtMs, listed: settings.listed });
      }
    } catch (err) {
      this.#log.warn({ err }, 'names that are kept were not read');
    }
  }

  /**
   * Sends everybody out of a room.
   * @param forget Also frees its name, and forgets all that is kept of it.
   * @throws RpcError `not_found` where there is no such room, `storage_failed`; nobody is sent out then
   */
  async close(name: string, { forget }: { forget: boolean }): Promise<void> {
    await this.#opened(name);
    const known = this.#rooms.has(name) || (forget && (await this.#records.ownerOf(name)) !== undefined);
    if (!known) throw new RpcError('not_found');
    if (forget) {
      await this.#records.forget(name);
      // Somebody may have been on their way in with what was still there.
      await this.#opened(name);
    }
    const room = this.#rooms.get(name);
    if (forget && room) this.#forgotten.add(room);
    room?.end('room_closed');
    if (forget) this.#keptChats.take(name);
  }

  /** Waits for a room that is about to open, or not to. */
  async #opened(name: string): Promise<void> {
    await this.#opening.get(name)?.catch(() => {});
  }

  /** Frees the names of rooms that nobody has been in for long enough. */
  sweep(): Promise<void> {
    this.privateRooms.tickets.sweep();
    return this.#records.sweep((name) => this.#rooms.has(name) || this.#opening.has(name));
  }

  /** Nothing is opened for whoever has proved nothing; only a seat that is kept could be theirs. */
  async #checkKnocking(name: string): Promise<void> {
    if (this.isOpen(name)) return;
    const owner = await this.#records.ownerOf(name);
    throw new RpcError(owner === undefined ? 'not_found' : 'proof_required');
  }

  /** Before anything is opened: others may want to come into the room as it is. */
  async #checkFounding(name: string, founding: Founding): Promise<void> {
    if (!founding.key) throw new RpcError('identity_required');
    const open = this.#rooms.get(name);
    if (open?.hosting.roles.isOwner(founding)) return;
    const owner = open ? undefined : await this.#records.ownerOf(name);
    // What looks like one's own room keeps nobody out of it.
    const taken = owner === undefined ? open || this.claims.isTaken(name) : owner !== founding.key;
    if (taken) throw new RpcError('name_taken');
  }

  #claim(room: Room, sinceMs: number): void {
    const { name, owned } = room;
    const claims = () => wouldBeListed(room);
    this.claims.set({
      name,
      owned,
      sinceMs,
      get claims() {
        return claims();
      },
    });
  }

  /** Nobody is in it, but somebody owns it. */
  #keep(name: string, { createdAtMs, listed }: { createdAtMs: number; listed: boolean }): void {
    // Nobody chose its name, and it is never listed.
    if (isPrivateRoom(name)) return;
    this.claims.set({ name, owned: true, sinceMs: createdAtMs, claims: listed });
  }

  #open(name: string, founding: Founding | undefined): Promise<Room> {
    const begun = this.#opening.get(name);
    if (begun) return begun;
    // Forgotten in every case, and not before it is remembered: a refusal must not stick to the name.
    const opening = this.#create(name, founding).finally(() => this.#opening.delete(name));
    this.#opening.set(name, opening);
    return opening;
  }

  /** Where nobody may make rooms, those that somebody owns still open. @throws RpcError `no_new_rooms` */
  async #checkNew(name: string): Promise<void> {
    const { house } = this.#guard;
    // Mostly everybody may, and the disk is not asked.
    if (!house.switches.noNewRooms || (await this.#records.ownerOf(name)) !== undefined) return;
    house.checkNewRoom();
  }

  async #create(name: string, founding: Founding | undefined): Promise<Room> {
    if (this.#rooms.size + this.#opening.size >= limits.rooms) throw new RpcError('server_full');
    await this.#checkNew(name);
    const media = await this.#media.openRoom();
    // Last of all that can fail: nobody shall own a room that never opened.
    const record = await this.#records.open(name, founding).catch((error) => {
      media.close();
      throw error;
    });
    const before = this.#keptChats.take(name);
    const room = new Room({
      name,
      media,
      guard: this.#guard,
      record,
      store: this.#store,
      log: this.#log,
      keptSeats: this.#keptSeats,
      mayList: () => !this.claims.isTaken(name),
      tickets: this.privateRooms.tickets,
      // What others said here before it was somebody's is not for whoever makes it theirs.
      chatLog: record?.isNew ? undefined : before,
      clock: this.#clock,
    });
    let used = false;
    // Nothing is announced in it before somebody comes in.
    const unwatch = room.events.on('announced', () => {
      used = true;
      unwatch();
    });
    room.events.on('announced', ({ method }) => {
      if (method !== 'levels') this.claims.stir(name);
    });
    room.events.on('closed', () => {
      this.#rooms.delete(name);
      this.#keptChats.keep(name, room.chat.log);
      // Who was not let in keeps no name from being freed.
      const forgotten = this.#forgotten.has(room);
      if (record && !forgotten) {
        this.#records.emptied(name, used ? null : record.room.emptySinceMs);
        this.#keep(name, { ...record.room, ...room.settings });
      } else this.claims.delete(name);
      this.#log.info({ room: room.id }, 'room closed');
    });
    this.#rooms.set(name, room);
    this.#claim(room, record?.room.createdAtMs ?? room.startedAtMs);
    this.#log.info({ room: room.id }, 'room opened');
    this.events.emit('opened', room);
    if (record?.isNew && founding) {
      void room.hosting.log.add({ by: asPerson({ ...founding, id: '' }), action: 'created' });
    }
    return room;
  }
}
