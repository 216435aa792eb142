import { randomBytes } from 'node:crypto';
import { type Engine, joinRoom, type Room, type Socket } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SpareServer } from '../spare-server.ts';
import { eventually } from './eventually.ts';

const megabyte = 1_000_000;
let server: SpareServer;
let guests: Guest[] = [];

beforeAll(async () => {
  server = await SpareServer.start();
});
afterAll(() => server.stop());
afterEach(async () => {
  await Promise.all(guests.map((guest) => guest.room.leave()));
  guests = [];
});

interface Entrance {
  readonly server: string;
  readonly room: string;
  readonly name: string;
}

/** Somebody whose connection can break, and who then comes back to the same seat. */
class Guest {
  room: Room;
  readonly #engine: Engine;
  readonly #sockets: Socket[];
  readonly #options: Entrance;

  private constructor(parts: { room: Room; engine: Engine; sockets: Socket[]; options: Entrance }) {
    this.room = parts.room;
    this.#engine = parts.engine;
    this.#sockets = parts.sockets;
    this.#options = parts.options;
  }

  static async join(roomName: string, name: string): Promise<Guest> {
    const inner = nodeEngine();
    const sockets: Socket[] = [];
    const engine: Engine = {
      ...inner,
      openSocket: (options) => {
        const socket = inner.openSocket(options);
        sockets.push(socket);
        return socket;
      },
    };
    const options = { server: server.origin, room: roomName, name };
    const guest = new Guest({ room: await joinRoom({ ...options, engine }), engine, sockets, options });
    guests.push(guest);
    return guest;
  }

  get id(): string {
    return this.room.snapshot.self.id;
  }

  async loseConnection(): Promise<void> {
    this.#sockets.at(-1)?.close(4_999, '');
    await eventually(() => this.room.snapshot.status.at, 'ended');
  }

  async comeBack(): Promise<void> {
    const returning = this.room.returnToken;
    this.room = await joinRoom({ ...this.#options, engine: this.#engine, returning });
  }
}

test.each(['owner', 'reader'] as const)(
  'a file goes on from its byte after the %s was lost and came back',
  async (lost) => {
    const [owner, reader] = [
      await Guest.join(`lose-${lost}`, 'Owner'),
      await Guest.join(`lose-${lost}`, 'Reader'),
    ];
    const file = Object.assign(new Blob([randomBytes(12 * megabyte)]), { name: 'large.bin' });
    const offer = await owner.room.files.offer(file);
    const transfer = reader.room.files.fetch(offer, owner.id);
    const seen: number[] = [];
    const states = new Set<string>();
    transfer.subscribe(() => {
      seen.push(transfer.snapshot.receivedBytes);
      states.add(transfer.snapshot.at);
    });
    await eventually(() => transfer.snapshot.receivedBytes > megabyte, true);
    const guest = lost === 'owner' ? owner : reader;
    await guest.loseConnection();
    const had = transfer.snapshot.receivedBytes;
    await guest.comeBack();
    expect(guest.id).toBe(lost === 'owner' ? owner.id : reader.id);
    await eventually(() => transfer.snapshot.at, 'done', 30_000);
    expect(had).toBeLessThan(offer.sizeBytes);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect([...states]).toContain('paused');
    expect(transfer.snapshot.blob?.size).toBe(offer.sizeBytes);
  },
  60_000,
);

test('what was written while somebody was away is there when they are back', async () => {
  const [ann, bob] = [await Guest.join('away', 'Ann'), await Guest.join('away', 'Bob')];
  ann.room.chat.send({ text: 'before' });
  await eventually(() => bob.room.chat.snapshot.messages.length, 1);
  await bob.loseConnection();
  ann.room.chat.send({ text: 'meanwhile' });
  await eventually(() => ann.room.chat.snapshot.messages.map(({ state }) => state), ['sent', 'sent']);
  await bob.comeBack();
  const texts = () => bob.room.chat.snapshot.messages.map(({ text }) => text);
  await eventually(texts, ['before', 'meanwhile']);
  bob.room.chat.send({ text: 'back' });
  await eventually(texts, ['before', 'meanwhile', 'back']);
});
