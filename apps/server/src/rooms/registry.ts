import { type Clock, Emitter } from '@earshot/lifetime';
import { limits, RpcError } from '@earshot/protocol';
import type { Logger } from 'pino';
import type { MediaPlane } from '../media/media-plane.ts';
import { KeptChats } from './chat/kept-chats.ts';
import { KeptSeats } from './kept-seats.ts';
import { type Admission, type Applicant, Room } from './room.ts';

/** All rooms that are open now, by the name in their link. */
export class RoomRegistry {
  readonly events = new Emitter<{ opened: [Room] }>();
  readonly #media: MediaPlane;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #keptSeats: KeptSeats;
  readonly #keptChats: KeptChats;
  readonly #rooms = new Map<string, Room>();
  readonly #opening = new Map<string, Promise<Room>>();

  constructor(options: { media: MediaPlane; clock: Clock; log: Logger }) {
    this.#media = options.media;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#keptSeats = new KeptSeats(options.clock);
    this.#keptChats = new KeptChats(options.clock);
  }

  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  /**
   * Lets somebody into a room, opening it where they are the first.
   * @throws RpcError `room_full`, `server_full`
   */
  async admit(name: string, applicant: Applicant): Promise<Admission> {
    for (;;) {
      const room = this.#rooms.get(name) ?? (await this.#open(name));
      // The last member may have left while this waited; between here and admit() nothing can.
      if (!room.closed) return room.admit(applicant);
    }
  }

  #open(name: string): Promise<Room> {
    const begun = this.#opening.get(name);
    if (begun) return begun;
    // Forgotten in every case, and not before it is remembered: a refusal must not stick to the name.
    const opening = this.#create(name).finally(() => this.#opening.delete(name));
    this.#opening.set(name, opening);
    return opening;
  }

  async #create(name: string): Promise<Room> {
    if (this.#rooms.size + this.#opening.size >= limits.rooms) throw new RpcError('server_full');
    const media = await this.#media.openRoom();
    const room = new Room({
      name,
      media,
      keptSeats: this.#keptSeats,
      chatLog: this.#keptChats.take(name),
      clock: this.#clock,
    });
    room.events.on('closed', () => {
      this.#rooms.delete(name);
      this.#keptChats.keep(name, room.chat.log);
      this.#log.info({ room: room.id }, 'room closed');
    });
    this.#rooms.set(name, room);
    this.#log.info({ room: room.id }, 'room opened');
    this.events.emit('opened', room);
    return room;
  }
}
