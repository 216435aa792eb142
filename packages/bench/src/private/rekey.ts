import { setTimeout as pause } from 'node:timers/promises';
import { defaultRoomSettings, joinRoom, newIdentity, type Room } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { percentile } from '../percentile.ts';
import { within } from '../within.ts';
import { KeyLog } from './key-log.ts';

const lookEveryMs = 100;
const settleWithinMs = 90_000;
/** So many come in at once: one after the other, the last of 64 would wait for a long time. */
const together = 4;

interface Guest {
  readonly room: Room;
  readonly log: KeyLog;
}

export interface RekeyFigures {
  readonly members: number;
  /** From the first who saw the leave to the last who uses another key. */
  readonly p50Ms: number;
  readonly worstMs: number;
  readonly runs: number;
}

/** How long those who stay go on with a key that somebody knows who has left. */
export async function measureRekey(options: {
  server: string;
  members: number;
  runs: number;
  signal: AbortSignal;
}): Promise<RekeyFigures> {
  const { server, members, runs, signal } = options;
  const linkKey = crypto.getRandomValues(new Uint8Array(32));
  const guests: Guest[] = [];
  await using scope = new AsyncDisposableStack();
  scope.defer(async () => {
    await Promise.all(guests.map(({ room }) => room.leave()));
  });
  const enter = async () => {
    signal.throwIfAborted();
    const log = new KeyLog();
    const room = await joinRoom({
      server,
      room: `rekey-${members}`,
      name: `Guest ${guests.length}`,
      engine: log.engine(nodeEngine()),
      secret: { linkKey },
      signal,
      ...(guests.length === 0 && {
        identity: newIdentity(),
        create: { ...defaultRoomSettings, encrypted: true },
      }),
    });
    guests.push({ room, log });
  };
  await enter();
  while (guests.length < members) {
    await Promise.all(Array.from({ length: Math.min(together, members - guests.length) }, enter));
  }
  const times: number[] = [];
  while (times.length < runs) {
    if (guests.length < members) await enter();
    await within(shared(guests), { what: 'handing out keys', limitMs: settleWithinMs, signal });
    const leaving = guests.pop() as Guest;
    times.push(
      Math.round(
        await within(rekeyed(guests, leaving), { what: 'another key', limitMs: settleWithinMs, signal }),
      ),
    );
  }
  return { members, p50Ms: percentile(times, 50), worstMs: percentile(times, 100), runs };
}

/** Resolves when everybody holds the key that each other one uses. */
async function shared(guests: readonly Guest[]): Promise<void> {
  const holds = (listener: Guest, { room, log }: Guest) =>
    listener.log.holds(room.snapshot.self.id, log.used.key);
  const all = () => guests.every((one) => guests.every((other) => one === other || holds(one, other)));
  while (!all()) await pause(lookEveryMs);
}

async function rekeyed(staying: readonly Guest[], leaving: Guest): Promise<number> {
  const { id } = leaving.room.snapshot.self;
  const saw = Promise.withResolvers<number>();
  const undo = staying.map(({ room }) =>
    room.subscribe(() => {
      if (!room.snapshot.members.some((member) => member.id === id)) saw.resolve(performance.now());
    }),
  );
  const before = staying.map(({ log }) => log.used.key.generation);
  await leaving.room.leave();
  const sawAtMs = await saw.promise;
  for (const stop of undo) stop();
  while (staying.some(({ log }, index) => log.used.key.generation === before[index]))
    await pause(lookEveryMs);
  const usedAtMs = staying.map(({ log }, index) => {
    const first = log.keys.find(
      (one) => one.memberId === undefined && one.key.generation === (before[index] as number) + 1,
    );
    return first?.atMs ?? Number.POSITIVE_INFINITY;
  });
  return Math.max(...usedAtMs) - sawAtMs;
}
