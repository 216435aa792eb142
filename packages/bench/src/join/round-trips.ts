import { percentile } from '../percentile.ts';
import { detour } from '../relay/detour.ts';
import { type Address, Relay } from '../relay/relay.ts';
import { joinInNode } from './node-join.ts';
import { msToSound } from './timeline.ts';

/** Long enough that what a machine needs for itself, and how exact timers are, does not matter. */
const farMs = 100;

export interface RoundTripsOptions {
  http: Address;
  rtc: Address;
  room: string;
  runs: number;
  signal: AbortSignal;
}

/**
 * Counts the round trips of a join by making them long: over a path of 100 ms each way, then over none.
 * The difference, in round trips, is what the client waited for the network.
 */
export async function countRoundTrips(options: RoundTripsOptions): Promise<number> {
  const nearby = await medianMs(0, options);
  const faraway = await medianMs(farMs, options);
  return Math.round(((faraway - nearby) / (2 * farMs)) * 10) / 10;
}

/** Both times there is a relay, so that its own cost falls out. */
async function medianMs(delayMs: number, { http, rtc, room, runs, signal }: RoundTripsOptions) {
  await using scope = new AsyncDisposableStack();
  const signaling = scope.use(await Relay.open({ target: http, path: { delayMs } }));
  const media = scope.use(await Relay.open({ target: rtc, path: { delayMs } }));
  const { host, port } = signaling.address;
  const times: number[] = [];
  while (times.length < runs) {
    const timeline = await joinInNode({
      server: `http://${host}:${port}`,
      room,
      signal,
      detour: (engine) => detour(engine, { from: rtc, to: media.address }),
    });
    times.push(msToSound(timeline));
  }
  return percentile(times, 50);
}
