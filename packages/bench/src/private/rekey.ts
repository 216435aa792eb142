import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { percentile } from '../percentile.ts';
import { within } from '../within.ts';
import { GuestProcess } from './guest-process.ts';
import type { UsedKeys } from './rekey-asks.ts';

/** Longer than a change of keys takes, which may be under way when one looks. */
const quietForMs = 1_500;
const settleWithinMs = 90_000;
const rekeyWithinMs = 60_000;
const perProcess = 16;
/** So many come in at once: one after the other, the last of 64 would wait for a long time. */
const together = 16;

export interface RekeyFigures {
  readonly members: number;
  /** From the first who saw the leave to the last who uses another key. */
  readonly p50Ms: number;
  readonly worstMs: number;
  /** And to the last who holds another key of everybody. */
  readonly heldP50Ms: number;
  readonly heldWorstMs: number;
  /** What it took of the processor, for each who stayed. */
  readonly busyP50Ms: number;
  readonly runs: number;
}

interface Run {
  readonly usedMs: number;
  readonly heldMs: number;
  readonly busyMs: number;
}

/**
 * How long those who stay go on with a key that somebody knows who has left, and how long it takes until all of them
 * hold another key of everybody. Real clients, 16 to a process, over real sockets, and without media: letters with keys
 * are all they send.
 */
export async function measureRekey(options: {
  server: string;
  members: number;
  runs: number;
  signal: AbortSignal;
}): Promise<RekeyFigures> {
  const { server, members, runs, signal } = options;
  const at = { server, room: `rekey-${members}`, linkKey: [...crypto.getRandomValues(new Uint8Array(32))] };
  await using scope = new AsyncDisposableStack();
  const processes = Array.from({ length: Math.ceil(members / perProcess) }, () =>
    scope.use(new GuestProcess(at)),
  );
  const [first] = processes as [GuestProcess, ...GuestProcess[]];
  await first.ask({ do: 'enter', count: 1, create: true });
  for (let inside = 1; inside < members; ) {
    signal.throwIfAborted();
    // Processes are filled one after the other, the first one beside its first guest.
    const guests = processes[Math.floor(inside / perProcess)] as GuestProcess;
    const count = Math.min(together, members - inside, perProcess - (inside % perProcess));
    await guests.ask({ do: 'enter', count, create: false });
    inside += count;
  }
  const all: Run[] = [];
  while (all.length < runs) {
    if (all.length > 0) await first.ask({ do: 'enter', count: 1, create: false });
    const used = await within(settled(processes), {
      what: 'handing out keys',
      limitMs: settleWithinMs,
      signal,
    });
    all.push(await within(left(processes, used), { what: 'another key', limitMs: rekeyWithinMs, signal }));
  }
  const [used, held, busy] = [
    all.map((one) => one.usedMs),
    all.map((one) => one.heldMs),
    all.map((one) => one.busyMs),
  ];
  return {
    members,
    p50Ms: percentile(used, 50),
    worstMs: percentile(used, 100),
    heldP50Ms: percentile(held, 50),
    heldWorstMs: percentile(held, 100),
    busyP50Ms: percentile(busy, 50),
    runs,
  };
}

/** Resolves with the keys in use when everybody holds them all, and no other one is under way. */
async function settled(processes: readonly GuestProcess[]): Promise<UsedKeys> {
  for (let before = await usedBy(processes); ; ) {
    await pause(quietForMs);
    const used = await usedBy(processes);
    const lacking = await Promise.all(processes.map((guests) => guests.ask({ do: 'lacking', used })));
    if (lacking.every((count) => count === 0) && isDeepStrictEqual(used, before)) return used;
    before = used;
  }
}

async function usedBy(processes: readonly GuestProcess[]): Promise<UsedKeys> {
  return new Map(
    (await Promise.all(processes.map((guests) => guests.ask({ do: 'used' })))).flatMap((used) => [...used]),
  );
}

async function left(processes: readonly GuestProcess[], used: UsedKeys): Promise<Run> {
  const [first] = processes as [GuestProcess, ...GuestProcess[]];
  const leaving = await first.ask({ do: 'last' });
  await Promise.all(processes.map((guests) => guests.ask({ do: 'expect', leaving, used })));
  await first.ask({ do: 'leave' });
  const told = await Promise.all(processes.map((guests) => guests.ask({ do: 'rekeyed' })));
  const sawAtMs = Math.min(...told.map((one) => one.sawAtMs));
  return {
    usedMs: Math.round(Math.max(...told.map((one) => one.usedAtMs)) - sawAtMs),
    heldMs: Math.round(Math.max(...told.map((one) => one.heldAtMs)) - sawAtMs),
    busyMs: Math.round(told.reduce((sum, { busyMs }) => sum + busyMs, 0) / (used.size - 1)),
  };
}
