import { setImmediate } from 'node:timers/promises';
import type { Consumer } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { Playback } from './engine.ts';
import { Playbacks, type ReceivedTrack } from './playbacks.ts';

function consumer(id: string, memberId = `member-${id}`): Consumer {
  const rtpParameters = { codecs: [] };
  return { id, producerId: `producer-${id}`, memberId, kind: 'audio', source: 'microphone', rtpParameters };
}

/** A loudspeaker that is blocked until it is resumed. */
class Loudspeaker implements Playback {
  state: Playback['state'] = 'blocked';
  closed = false;
  #listener: () => void = () => {};

  onState(listener: () => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = () => {};
    };
  }

  async resume(): Promise<void> {
    this.state = 'playing';
    this.#listener();
  }

  setGain(): void {}

  setMuted(): void {}

  close(): void {
    this.closed = true;
  }
}

function setUp(receive?: (consumer: Consumer) => Promise<ReceivedTrack>) {
  const states: Playback['state'][] = [];
  const loudspeakers: Loudspeaker[] = [];
  const closed: string[] = [];
  const playbacks = new Playbacks({
    receive:
      receive ??
      (async ({ id }) => ({ track: { id } as MediaStreamTrack, close: () => void closed.push(id) })),
    play: () => {
      const loudspeaker = new Loudspeaker();
      loudspeakers.push(loudspeaker);
      return loudspeaker;
    },
    onState: (state) => states.push(state),
  });
  return { playbacks, states, loudspeakers, closed };
}

test('is blocked while anyone is, until a gesture resumes them all', async () => {
  const { playbacks, states, loudspeakers } = setUp();
  await Promise.all([playbacks.add(consumer('a')), playbacks.add(consumer('b'))]);
  expect(states.at(-1)).toBe('blocked');
  await playbacks.resume();
  expect(states.at(-1)).toBe('playing');
  expect(loudspeakers.map(({ state }) => state)).toEqual(['playing', 'playing']);
  expect([...playbacks.tracks.keys()]).toEqual(['member-a', 'member-b']);
});

test('what is removed is closed, and blocks no more', async () => {
  const { playbacks, states, loudspeakers, closed } = setUp();
  const sizes: number[] = [];
  playbacks.onTracks(() => sizes.push(playbacks.tracks.size));
  await playbacks.add(consumer('a'));
  playbacks.remove('a');
  playbacks.remove('a');
  await setImmediate();
  expect([loudspeakers[0]?.closed, closed, playbacks.tracks.size]).toEqual([true, ['a'], 0]);
  expect(sizes).toEqual([1, 0]);
  expect(states.at(-1)).toBe('playing');
});

test('what is removed while it is set up is never played', async () => {
  const receiving = Promise.withResolvers<ReceivedTrack>();
  const { playbacks, loudspeakers } = setUp(() => receiving.promise);
  const adding = playbacks.add(consumer('a'));
  playbacks.remove('a');
  let closed = false;
  receiving.resolve({
    track: {} as MediaStreamTrack,
    close: () => {
      closed = true;
    },
  });
  await adding;
  expect([closed, loudspeakers]).toEqual([true, []]);
});

test("a member's next stream stays when the one before it is removed late", async () => {
  const { playbacks } = setUp();
  await playbacks.add(consumer('a', 'ada'));
  await playbacks.add(consumer('b', 'ada'));
  playbacks.remove('a');
  await setImmediate();
  expect(playbacks.tracks.get('ada')?.id).toBe('b');
});

test('a stream that cannot be received is left out, and the others go on', async () => {
  const { playbacks } = setUp(async ({ id }) => {
    if (id === 'b') throw new Error('no codec');
    return { track: { id } as MediaStreamTrack, close: () => {} };
  });
  await Promise.all(['a', 'b', 'c'].map((id) => playbacks.add(consumer(id))));
  expect([...playbacks.tracks.keys()]).toEqual(['member-a', 'member-c']);
  playbacks.remove('b');
});

test('a stream that cannot be played is closed', async () => {
  const closed: string[] = [];
  const playbacks = new Playbacks({
    receive: async ({ id }) => ({ track: {} as MediaStreamTrack, close: () => void closed.push(id) }),
    play: () => {
      throw new Error('no loudspeaker');
    },
    onState: () => {},
  });
  await playbacks.add(consumer('a'));
  expect(closed).toEqual(['a']);
});
