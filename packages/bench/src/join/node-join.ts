import { setTimeout as pause } from 'node:timers/promises';
import { type Engine, joinRoom, newIdentity } from '@earshot/client';
import { listen } from '@earshot/client/node';
import { inOrder, type Timeline } from './timeline.ts';
import { loudness } from './tone-speaker.ts';
import { marksOf, type SocketMarks, watchedEngine } from './watched-engine.ts';

const joinWithinMs = 15_000;
/** How far apart the packets of a voice are. */
const packetMs = 20;

export interface NodeJoinOptions {
  server: string;
  room: string;
  signal: AbortSignal;
  /** Sends the client another way. */
  detour?(engine: Engine): Engine;
}

/**
 * Joins with the Node client and listens. The sound is read from the track in blocks of 10 ms, which is how
 * exact the figure is.
 */
export async function joinInNode({ server, room, signal, detour }: NodeJoinOptions): Promise<Timeline> {
  // The join before ended with a packet: without this, all would begin in step with the packets.
  await pause(Math.random() * packetMs);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(joinWithinMs)]);
  const heard = Promise.withResolvers<{ track: MediaStreamTrack; soundMs: number }>();
  const fail = () => heard.reject(signal.reason ?? new Error(`no sound within ${joinWithinMs} ms`));
  limit.addEventListener('abort', fail, { once: true });
  heard.promise.catch(() => {});
  await using scope = new AsyncDisposableStack();
  const marks: SocketMarks = {};
  const engine = watchedEngine({
    marks,
    onTrack(track) {
      const stop = listen(track, ({ samples }) => {
        if (samples.some((sample) => Math.abs(sample) > loudness * 0x7f_ff)) {
          heard.resolve({ track, soundMs: performance.now() });
        }
      });
      scope.defer(stop);
    },
  });
  // As every browser does; it must not cost a round trip.
  const identity = await newIdentity();
  const startMs = performance.now();
  const joined = await joinRoom({
    server,
    room,
    name: 'Robot',
    identity,
    engine: detour ? detour(engine) : engine,
    signal: limit,
  });
  scope.defer(() => joined.leave());
  if (joined.snapshot.self.key === '') throw new Error('the key was not proved');
  const { track, soundMs } = await heard.promise;
  const reached = { ...marks, ...marksOf(track), firstSound: soundMs };
  return inOrder(
    Object.fromEntries(Object.entries(reached).map(([what, timeMs]) => [what, timeMs - startMs])),
  );
}
