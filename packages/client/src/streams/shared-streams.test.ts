import { ManualClock } from '@earshot/lifetime';
import { RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { SharedStreams } from './shared-streams.ts';

const settled = () => new Promise(setImmediate);

/** Node has no pictures: a track that ends and is muted as the browser does it. */
class FakeTrack extends EventTarget {
  readyState = 'live';
  muted = false;
  contentHint = '';

  getSettings() {
    return { width: 1_280, height: 720 };
  }

  end() {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  turn(muted: boolean) {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }
}

const newTrack = () => {
  const fake = new FakeTrack();
  return { fake, track: fake as unknown as MediaStreamTrack };
};

function sharing({ refused = '' } = {}) {
  const clock = new ManualClock();
  const log: string[] = [];
  const streamIds: string[] = [];
  let count = 0;
  const server = { pausing: async () => {} };
  const streams = new SharedStreams({
    send: async (_track, { source, streamId }) => {
      if (source === refused) throw new RpcError('rate_limited');
      count += 1;
      const id = `${source}${count}`;
      streamIds.push(streamId);
      log.push(`+${id}`);
      const tune = async ({ contentHint }: { contentHint: string }) => void log.push(`${contentHint} ${id}`);
      return { id, tune, close: () => log.push(`-${id}`) };
    },
    setPaused: async (id, paused) => {
      await server.pausing();
      log.push(`${paused ? 'pause' : 'resume'} ${id}`);
    },
    closeProducer: async (id) => log.push(`close ${id}`),
    onChange: () => {},
    clock,
  });
  return { clock, log, streams, streamIds, server };
}

test('several screens at once, each with its sound in step, and one ends with its sound', async () => {
  const { log, streams, streamIds } = sharing();
  const first = await streams.shareScreen({ video: newTrack().track, audio: newTrack().track });
  await streams.shareScreen({ video: newTrack().track });
  expect(streamIds[0]).toBe(streamIds[1]);
  expect(streamIds[2]).not.toBe(streamIds[0]);
  await streams.stop(first);
  await streams.stop(first);
  expect([...streams.tracks.keys()]).toEqual(['screen3']);
  expect(log.filter((line) => line.startsWith('close'))).toEqual(['close screenSound2', 'close screen1']);
});

test("the browser's own bar ends the stream, also while the server is asked", async () => {
  const { log, streams } = sharing();
  const { fake, track } = newTrack();
  await streams.shareCamera(track);
  fake.end();
  await settled();
  expect(streams.tracks.size).toBe(0);
  const early = newTrack();
  const asked = streams.shareScreen({ video: early.track });
  early.fake.end();
  await asked;
  await settled();
  expect(streams.tracks.size).toBe(0);
  expect(log.filter((line) => line.startsWith('close'))).toEqual(['close camera1', 'close screen2']);
});

test('a sound that is refused leaves the picture', async () => {
  const { streams } = sharing({ refused: 'screenSound' });
  await streams.shareScreen({ video: newTrack().track, audio: newTrack().track });
  expect([...streams.tracks.keys()]).toEqual(['screen1']);
});

test('a picture that the system takes away is paused, and goes on even where the server wants a rest', async () => {
  const { clock, log, streams, server } = sharing();
  const { fake, track } = newTrack();
  await streams.shareCamera(track);
  fake.turn(true);
  await settled();
  server.pausing = () => Promise.reject(new RpcError('rate_limited'));
  fake.turn(false);
  await settled();
  server.pausing = async () => {};
  clock.advance(1_000);
  await settled();
  expect(log).toEqual(['+camera1', 'pause camera1', 'resume camera1']);
});

test('a screen is sent as a film from now on when that is what it shows', async () => {
  const { log, streams } = sharing();
  const { fake, track } = newTrack();
  const id = await streams.shareScreen({ video: track });
  expect(fake.contentHint).toBe('text');
  await streams.tuneScreen(id, 'motion');
  expect([fake.contentHint, log.at(-1)]).toEqual(['motion', 'motion screen1']);
});

test('once the room is over nothing more is shared', async () => {
  const { log, streams } = sharing();
  await streams.shareCamera(newTrack().track);
  streams.close();
  await expect(streams.shareCamera(newTrack().track)).rejects.toMatchObject({ error: 'wrong_state' });
  expect(log).toEqual(['+camera1', '-camera1']);
});
