import type { Clock } from '@earshot/lifetime';
import { isPrivateRoom, limits, type Member, type RoomGlance, type RoomSettings } from '@earshot/protocol';
import type { Talkers } from './talkers.ts';

/** What can be seen of a room from outside. */
interface RoomBehindDoor {
  readonly name: string;
  readonly settings: Pick<RoomSettings, 'topic' | 'locked' | 'listed' | 'encrypted'>;
  /** Those whose connection is lost included. */
  readonly members: Iterable<Pick<Member, 'seat' | 'name' | 'presence' | 'profile'>>;
  readonly events: { on(name: 'closed', listener: () => void): unknown };
}

const nobody: RoomGlance = {
  people: 0,
  talking: 0,
  faces: [],
  topic: '',
  locked: false,
  encrypted: false,
};

/** The doors of all open rooms: who stands before one sees who is inside, or how many. Private ones have none. */
export class Doors {
  readonly #clock: Clock;
  readonly #rooms = new Map<string, { room: RoomBehindDoor; talkers: Talkers }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The door is there until the room ends. */
  open(room: RoomBehindDoor, talkers: Talkers): void {
    if (isPrivateRoom(room.name)) return;
    this.#rooms.set(room.name, { room, talkers });
    room.events.on('closed', () => {
      // The next room of that name may be open already.
      if (this.#rooms.get(room.name)?.room === room) this.#rooms.delete(room.name);
    });
  }

  glance(name: string): RoomGlance {
    const door = this.#rooms.get(name);
    if (!door) return nobody;
    const { topic, locked, listed, encrypted } = door.room.settings;
    const nowMs = this.#clock.nowMs();
    const present = [...door.room.members].filter(({ presence }) => presence === 'here');
    const faces = present
      .map(({ seat, name, profile }) => ({
        name,
        emoji: profile?.emoji ?? '',
        talking: door.talkers.has(seat, nowMs),
      }))
      // The sort is stable: otherwise in the order in which they came.
      .sort((a, b) => Number(b.talking) - Number(a.talking));
    return {
      people: present.length,
      talking: faces.filter(({ talking }) => talking).length,
      // Whoever guesses the name of a room that is not listed is not to learn who meets there, nor what about.
      faces: locked || !listed ? [] : faces.slice(0, limits.glanceFaces),
      topic: listed ? topic : '',
      locked,
      encrypted: encrypted === true,
    };
  }
}
