import { setTimeout as pause } from 'node:timers/promises';
import { defaultRoomSettings, joinRoom, newIdentity, type Room } from '@earshot/client';
import { engineWithoutMedia } from './engine-without-media.ts';
import { KeyLog } from './key-log.ts';
import type { Ask, Asked, GuestsAt, Rekeyed, UsedKeys } from './rekey-asks.ts';

const lookEveryMs = 50;

interface Guest {
  readonly room: Room;
  readonly log: KeyLog;
}

/** A guest while somebody leaves. */
interface Waiting {
  readonly guest: Guest;
  /** Who stays, and the generation of the key each of them had in use. */
  readonly before: ReadonlyMap<string, number>;
  readonly ownBefore: number;
  /** How many keys the log had by then. */
  readonly logged: number;
  sawAtMs: number | undefined;
  stop(): void;
}

const { server, room, linkKey } = JSON.parse(process.argv[2] ?? '') as GuestsAt;
const guests: Guest[] = [];
let waiting: Waiting[] = [];
let busyBefore = process.cpuUsage();

const answers: { [Do in Ask['do']]: (ask: Extract<Ask, { do: Do }>) => Promise<Asked[Do]> } = {
  async enter({ count, create }) {
    await Promise.all(Array.from({ length: count }, () => enter(create)));
    return undefined;
  },
  async used() {
    const names = guests.map(({ room, log }) => [room.snapshot.self.id, log.used.key] as const);
    return new Map(names.map(([id, { generation, step }]) => [id, { generation, step }]));
  },
  async lacking({ used }) {
    const all = [...used];
    return guests
      .map((one) => all.filter(([id, key]) => id !== one.room.snapshot.self.id && !one.log.holds(id, key)))
      .reduce((sum, lacks) => sum + lacks.length, 0);
  },
  async last() {
    return guests.at(-1)?.room.snapshot.self.id ?? '';
  },
  async expect({ leaving, used }) {
    waiting = guests
      .filter((guest) => guest.room.snapshot.self.id !== leaving)
      .map((guest) => expecting(guest, leaving, used));
    busyBefore = process.cpuUsage();
    return undefined;
  },
  async leave() {
    await guests.pop()?.room.leave();
    return undefined;
  },
  async rekeyed() {
    while (!waiting.every(isRekeyed)) await pause(lookEveryMs);
    const busy = process.cpuUsage(busyBefore);
    const told = waiting.map(timesOf);
    for (const { stop } of waiting.splice(0)) stop();
    return {
      sawAtMs: Math.min(...told.map(({ sawAtMs }) => sawAtMs)),
      usedAtMs: Math.max(...told.map(({ usedAtMs }) => usedAtMs)),
      heldAtMs: Math.max(...told.map(({ heldAtMs }) => heldAtMs)),
      busyMs: (busy.user + busy.system) / 1_000,
    };
  },
};

process.on('message', ({ number, ask }: { number: number; ask: Ask }) => {
  const answer = answers[ask.do] as (ask: Ask) => Promise<unknown>;
  answer(ask).then(
    (answered) => process.send?.({ number, answered }),
    (error: unknown) => process.send?.({ number, failed: String(error) }),
  );
});
// Whoever asked is gone, and nobody is to be told.
process.once('disconnect', () => process.exit());

async function enter(create: boolean): Promise<void> {
  const log = new KeyLog();
  const joined = await joinRoom({
    server,
    room,
    name: 'Guest',
    engine: engineWithoutMedia(log),
    secret: { linkKey: Uint8Array.from(linkKey) },
    ...(create && { identity: newIdentity(), create: { ...defaultRoomSettings, encrypted: true } }),
  });
  guests.push({ room: joined, log });
}

function expecting(guest: Guest, leaving: string, used: UsedKeys): Waiting {
  const { room, log } = guest;
  const stays = [...used].filter(([id]) => id !== leaving && id !== room.snapshot.self.id);
  const one: Waiting = {
    guest,
    before: new Map(stays.map(([id, { generation }]) => [id, generation])),
    ownBefore: log.used.key.generation,
    logged: log.keys.length,
    sawAtMs: undefined,
    stop: room.subscribe(() => {
      if (!room.snapshot.members.some(({ id }) => id === leaving)) one.sawAtMs ??= Date.now();
    }),
  };
  return one;
}

/** When a guest first had something newer of each, themselves included: as many as there are in the end. */
function newerOf({ guest, before, ownBefore, logged }: Waiting): Map<string | undefined, number> {
  // The log counts from the start of this process.
  const clockMs = Date.now() - performance.now();
  const newer = new Map<string | undefined, number>();
  for (const { memberId, key, atMs } of guest.log.keys.slice(logged)) {
    const generation = memberId === undefined ? ownBefore : before.get(memberId);
    if (generation === undefined || key.generation <= generation || newer.has(memberId)) continue;
    newer.set(memberId, clockMs + atMs);
  }
  return newer;
}

function isRekeyed(one: Waiting): boolean {
  return one.sawAtMs !== undefined && newerOf(one).size === one.before.size + 1;
}

function timesOf(one: Waiting): Omit<Rekeyed, 'busyMs'> {
  const newer = newerOf(one);
  return {
    sawAtMs: one.sawAtMs ?? Number.NaN,
    usedAtMs: newer.get(undefined) ?? Number.NaN,
    heldAtMs: Math.max(...newer.values()),
  };
}
