import { ManualClock } from '@earshot/lifetime';
import { beforeEach, expect, test } from '@jest/globals';
import type { types as mediasoup } from 'mediasoup-client';
import type { FrameCrypto } from './encryption-engine.ts';
import { MediaGuard } from './media-guard.ts';

let clock: ManualClock;
let track: MediaStreamTrack;
let closed: boolean;
let confirmed: PromiseWithResolvers<void>;
let frames: FrameCrypto;
let ended: RTCRtpSender[];
let observers: (() => void)[];
const sender = {} as RTCRtpSender;

beforeEach(() => {
  clock = new ManualClock();
  track = { kind: 'audio', enabled: true } as MediaStreamTrack;
  closed = false;
  confirmed = Promise.withResolvers();
  confirmed.promise.catch(() => {});
  ended = [];
  observers = [];
  frames = {
    send: () => {},
    confirmed: () => confirmed.promise,
    ended: (one: RTCRtpSender) => ended.push(one),
  } as unknown as FrameCrypto;
});

/** What mediasoup-client does, as far as it matters here. */
async function produce({ onRtpSender }: mediasoup.ProducerOptions): Promise<mediasoup.Producer> {
  onRtpSender?.(sender);
  const close = () => {
    closed = true;
    for (const observer of observers) observer();
  };
  const observer = { once: (_event: 'close', run: () => void) => observers.push(run) };
  return { id: 'p', close, observer } as unknown as mediasoup.Producer;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a track is silent until its frames were seen to be encrypted', async () => {
  const guard = new MediaGuard({ frames, clock });
  const producing = guard.produce(produce, { track }, 'microphone');
  await turn();
  expect(track.enabled).toBe(false);
  confirmed.resolve();
  expect((await producing).id).toBe('p');
  expect(track.enabled).toBe(true);
});

test('one that was off before stays off', async () => {
  track.enabled = false;
  confirmed.resolve();
  await new MediaGuard({ frames, clock }).produce(produce, { track }, 'microphone');
  expect(track.enabled).toBe(false);
});

test('a stream whose frames are never seen is ended, and was silent all the while', async () => {
  const producing = new MediaGuard({ frames, clock }).produce(produce, { track }, 'microphone');
  producing.catch(() => {});
  await turn();
  clock.advance(29_999);
  await turn();
  expect([closed, track.enabled]).toEqual([false, false]);
  clock.advance(1);
  await expect(producing).rejects.toThrow('encrypting');
  expect(closed).toBe(true);
});

test('what encrypts is told when a stream is over, or never came to be', async () => {
  confirmed.resolve();
  const guard = new MediaGuard({ frames, clock });
  const producer = await guard.produce(produce, { track }, 'camera');
  expect(ended).toEqual([]);
  producer.close();
  expect(ended).toEqual([sender]);
  const refusing = async (options: mediasoup.ProducerOptions): Promise<mediasoup.Producer> => {
    await produce(options);
    throw new Error('the server has enough');
  };
  await expect(guard.produce(refusing, { track }, 'camera')).rejects.toThrow('enough');
  expect(ended).toEqual([sender, sender]);
});

test('where nothing can encrypt, nothing is sent and nothing received', async () => {
  const guard = new MediaGuard({ frames: undefined, clock });
  await expect(guard.produce(produce, { track }, 'microphone')).rejects.toMatchObject({
    error: 'wrong_state',
  });
  expect(() =>
    guard.consume(async () => ({}) as mediasoup.Consumer, {} as mediasoup.ConsumerOptions, {
      memberId: 'ann',
      source: 'camera',
      kind: 'video',
    }),
  ).toThrow('That is not possible');
  frames.send = () => {
    throw new Error('no transforms here');
  };
  const throwing = new MediaGuard({ frames, clock }).produce(produce, { track }, 'microphone');
  await expect(throwing).rejects.toThrow('no transforms here');
});
