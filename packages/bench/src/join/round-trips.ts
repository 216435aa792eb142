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
 * Counts the round trips of a join by making them long: over a path of 100 ms each way, and over none. The
 * difference, in round trips, is what the client waited for the network. Both ways lead through a relay, so
 * that its own cost falls out, and they take turns, so that whatever else the machine does meets both.
 */
export async function countRoundTrips({ runs, ...options }: RoundTripsOptions): Promise<number> {
  await using nearby = await openWay(0, options);
  await using faraway = await openWay(farMs, options);
  const nearbyMs: number[] = [];
  const farawayMs: number[] = [];
  while (farawayMs.length < runs) {
    nearbyMs.push(await nearby.join());
    farawayMs.push(await faraway.join());
  }
  const waitedMs = percentile(farawayMs, 50) - percentile(nearbyMs, 50);
  return Math.round((waitedMs / (2 * farMs)) * 10) / 10;
}

interface Way extends AsyncDisposable {
  /** @returns the ms to the first sound */
  join(): Promise<number>;
}

async function openWay(
  delayMs: number,
  { http, rtc, room, signal }: Omit<RoundTripsOptions, 'runs'>,
): Promise<Way> {
  await using opening = new AsyncDisposableStack();
  const signaling = opening.use(await Relay.open({ target: http, path: { delayMs } }));
  const media = opening.use(await Relay.open({ target: rtc, path: { delayMs } }));
  const relays = opening.move();
  const server = `http://${signaling.address.host}:${signaling.address.port}`;
  return {
    join: async () =>
      msToSound(
        await joinInNode({
          server,
          room,
          signal,
          detour: (engine) => detour(engine, { from: rtc, to: media.address }),
        }),
      ),
    [Symbol.asyncDispose]: () => relays.disposeAsync(),
  };
}
