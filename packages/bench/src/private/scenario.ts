import { loadavg } from 'node:os';
import { joinRoom, newIdentity } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { createPrivateRoom, type RoomMode } from '@earshot/client/private';
import { percentile } from '../percentile.ts';
import type { Scenario } from '../scenario.ts';
import { ServerProcess } from '../server-process.ts';
import { within } from '../within.ts';
import { measureRekey, type RekeyFigures } from './rekey.ts';

/** Three joins each: beyond 40 at once an address has work to do first, which would be measured too. */
const defaultRuns = 12;
const joinWithinMs = 30_000;
const password = 'correct horse battery staple';
const sizes = [
  { members: 2, runs: 5 },
  { members: 10, runs: 5 },
  // Each takes half a minute, and most of that until everybody has come.
  { members: 64, runs: 2 },
];

export const privateRooms: Scenario = {
  summary: 'what it costs that a room is private: joining, and another key when somebody leaves',

  async run({ runs = defaultRuns, signal, note }) {
    await using server = await ServerProcess.start({ signal });
    note('Joining an open room and private ones, in turns …');
    const make = async (mode: RoomMode) => {
      const made = {
        server: server.url,
        engine: nodeEngine(),
        mode,
        password,
        meta: { name: '', topic: '' },
      };
      const { room, secret } = await createPrivateRoom({ ...made, identity: newIdentity() });
      return { room, secret };
    };
    const rooms = {
      open: { room: 'open-to-all' },
      link: await make('link'),
      password: await make('password'),
    };
    const times = { open: [] as number[], link: [] as number[], password: [] as number[] };
    const kinds = Object.keys(rooms) as (keyof typeof rooms)[];
    while (times.open.length < runs) {
      for (const kind of kinds) {
        signal.throwIfAborted();
        const identity = await newIdentity();
        const beganMs = performance.now();
        // A new engine each time: whoever was in before does not work the password out again.
        const joining = joinRoom({
          ...rooms[kind],
          server: server.url,
          name: 'Robot',
          engine: nodeEngine(),
          identity,
          signal,
        });
        const room = await within(joining, { what: 'joining', limitMs: joinWithinMs, signal });
        times[kind].push(Math.round(performance.now() - beganMs));
        await room.leave();
      }
    }
    const summary = (list: number[]) => ({ p50: percentile(list, 50), p95: percentile(list, 95) });
    const joinMs = {
      open: summary(times.open),
      link: summary(times.link),
      password: summary(times.password),
    };
    const rekey: RekeyFigures[] = [];
    for (const size of sizes) {
      await using fresh = await ServerProcess.start({ signal });
      note(`One of ${size.members} leaves …`);
      rekey.push(await measureRekey({ ...size, server: fresh.url, signal }));
    }
    const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
    return {
      figures: { joinMs, rekey, runs, load },
      lines: [
        ...kinds.map(
          (kind) => `${kind.padEnd(10)} joined after p50 ${joinMs[kind].p50} ms, p95 ${joinMs[kind].p95} ms`,
        ),
        ...rekey.map(
          ({ members, p50Ms, worstMs, heldP50Ms, busyP50Ms }) =>
            `one of ${members} leaves: another key after p50 ${p50Ms} ms, at worst ${worstMs} ms; ` +
            `with everybody after ${heldP50Ms} ms; ${busyP50Ms} ms of the processor each`,
        ),
        `${runs} joins each; load ${load}`,
      ],
    };
  },
};
