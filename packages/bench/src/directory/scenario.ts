import { percentile } from '../percentile.ts';
import type { Address } from '../relay/relay.ts';
import type { Scenario } from '../scenario.ts';
import { ServerProcess } from '../server-process.ts';
import { Pinger } from './pinger.ts';
import { searchTimes } from './searches.ts';
import { Watchers } from './watchers.ts';

const places = 10_000;
const watcherCount = 1_000;
const stirsPerSecond = 200;
const defaultSearches = 3_000;
const windowMs = 15_000;
const pingers = 3;

export const directory: Scenario = {
  summary: 'searching among 10,000 rooms, and what 1,000 watchers of changes cost signaling',

  async run({ runs = defaultSearches, signal, note }) {
    note(
      `Starting a server with ${places} places, in which something happens ${stirsPerSecond} times a second …`,
    );
    await using server = await ServerProcess.start({
      signal,
      program: 'apps/server/src/testing/crowded-square.ts',
      environment: { PLACES: String(places), STIRS_PER_SECOND: String(stirsPerSecond) },
    });
    await listed(server);
    note(`${runs} searches …`);
    // Those before it are for the compiler.
    await searchTimes(server.http, 500, signal);
    const searches = await searchTimes(server.http, runs, signal);

    const people = await Promise.all(
      Array.from({ length: pingers }, (_, number) => Pinger.enter(server.http, `ping-${number}`)),
    );
    try {
      const window = async () => {
        await loopDelayMs(server);
        const times = await Promise.all(people.map((person) => person.times(windowMs, signal)));
        return { pings: times.flat(), loop: await loopDelayMs(server) };
      };
      note('Pings without anybody who watches …');
      const alone = await window();
      note(`${watcherCount} come to watch …`);
      await using watchers = await Watchers.open(server.http, watcherCount, signal);
      watchers.begin();
      note('Pings while all of them watch …');
      const watched = await window();
      const heard = await watchers.end();
      const ms = (value: number) => Math.round(value * 100) / 100;
      const both = (values: readonly number[]) => ({
        p50: ms(percentile(values, 50)),
        p99: ms(percentile(values, 99)),
      });
      const searchMs = both(searches);
      const pingMs = { alone: both(alone.pings), watched: both(watched.pings) };
      const spreadMs = both(heard.spreads);
      const loopDelayP99Ms = { alone: ms(alone.loop), watched: ms(watched.loop) };
      return {
        figures: {
          ...{ places, watchers: watcherCount, stirsPerSecond, searches: runs },
          ...{ searchMs, pingMs, loopDelayP99Ms, spreadMs },
          events: heard.events,
          eventsAllHad: heard.spreads.length,
          bytesPerWatcherPerSecond: Math.round(heard.bytes / watcherCount / (windowMs / 1_000)),
        },
        lines: [
          `search                     p50 ${searchMs.p50} ms, p99 ${searchMs.p99} ms`,
          `ping, nobody watches       p50 ${pingMs.alone.p50} ms, p99 ${pingMs.alone.p99} ms`,
          `ping, ${watcherCount} watch           p50 ${pingMs.watched.p50} ms, p99 ${pingMs.watched.p99} ms`,
          `event loop late by         p99 ${loopDelayP99Ms.alone} ms, ${loopDelayP99Ms.watched} ms while they watch`,
          `first watcher to the last  p50 ${spreadMs.p50} ms, p99 ${spreadMs.p99} ms (${heard.spreads.length} of ${heard.events} events at all)`,
        ],
      };
    } finally {
      for (const person of people) person[Symbol.dispose]();
    }
  },
};

/** Waits until all places stand in the directory. */
async function listed({ url }: { url: string; http: Address }): Promise<void> {
  for (;;) {
    const { total } = (await (await fetch(`${url}/api/rooms?limit=1`)).json()) as { total: number };
    if (total === places) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The p99 of how late timers of the server were since this was asked last, in ms. */
async function loopDelayMs({ url }: { url: string }): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds ([\d.e-]+)$/m.exec(text)?.[1]) * 1_000;
}
