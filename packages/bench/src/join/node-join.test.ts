import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { detour } from '../relay/detour.ts';
import { Relay } from '../relay/relay.ts';
import { ServerProcess } from '../server-process.ts';
import { joinInNode } from './node-join.ts';
import { ToneSpeaker } from './tone-speaker.ts';

const delayMs = 150;
const roundTripMs = 2 * delayMs;
/** Of what the machine needs for itself. */
const slackMs = 250;

test('a join is one round trip before ICE, and at most six from the first SYN to the first sound', async () => {
  const { signal } = new AbortController();
  await using pages = await emptyPages();
  await using server = await ServerProcess.start({ signal, environment: { WEB_ROOT: pages.path } });
  await using _tone = await ToneSpeaker.enter({ server: server.url, room: 'far', signal });
  await using signaling = await Relay.open({ target: server.http, path: { delayMs } });
  await using media = await Relay.open({ target: server.rtc, path: { delayMs } });
  const { socketOpened, joinAnswered, firstSound } = await joinInNode({
    server: `http://127.0.0.1:${signaling.address.port}`,
    room: 'far',
    signal,
    detour: (engine) => detour(engine, { from: server.rtc, to: media.address }),
  });
  expect(socketOpened).toBeGreaterThan(2 * roundTripMs - 5);
  expect(joinAnswered).toBeLessThan(3 * roundTripMs + slackMs);
  expect(firstSound).toBeLessThan(6 * roundTripMs + slackMs);
});

/** The server wants pages; those of the web application may not be built yet. */
async function emptyPages(): Promise<AsyncDisposable & { path: string }> {
  const directory = await mkdtempDisposable(path.join(tmpdir(), 'earshot-bench-'));
  for (const page of ['index.html', 'r.html', '404.html'])
    await writeFile(path.join(directory.path, page), '');
  return { path: directory.path, [Symbol.asyncDispose]: () => directory.remove() };
}
