import { ManualClock } from '@earshot/lifetime';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FrameNews } from '../private/encryption-engine.ts';
import type { FrameOrder, FrameReport } from './frame-orders.ts';
import { WorkerFrames } from './worker-frames.ts';

/** A worker that does nothing by itself, and notes what it is told. */
class StillWorker {
  static last: StillWorker;
  readonly orders: FrameOrder[] = [];
  terminated = false;
  onmessage: ((event: { data: FrameReport }) => void) | undefined;
  onerror: (() => void) | undefined;

  constructor() {
    StillWorker.last = this;
  }

  postMessage(order: FrameOrder): void {
    this.orders.push(order);
  }

  say(report: FrameReport): void {
    this.onmessage?.({ data: report });
  }

  terminate(): void {
    this.terminated = true;
  }
}

const counts = { encrypted: 3, decrypted: 2, unknown: 0, refused: 0, overrun: 0 };
const globals = globalThis as Record<string, unknown>;
let clock: ManualClock;
let frames: WorkerFrames;
let news: FrameNews[];

beforeEach(() => {
  globals.Worker = StillWorker;
  globals.RTCRtpScriptTransform = class {
    readonly task: unknown;
    constructor(_worker: unknown, task: unknown) {
      this.task = task;
    }
  };
  clock = new ManualClock();
  frames = WorkerFrames.open(clock);
  news = [];
  frames.onNews((one) => news.push(one));
});

afterEach(() => {
  frames.close();
  delete globals.Worker;
  delete globals.RTCRtpScriptTransform;
});

test('a sender has its transform at once, and is confirmed by its first encrypted frame', async () => {
  const sender = {} as RTCRtpSender;
  frames.send(sender, { source: 'microphone', kind: 'audio' });
  expect(sender.transform).toMatchObject({ task: { role: 'send', sender: 0, source: 'microphone' } });
  StillWorker.last.say({ say: 'confirmed', sender: 0 });
  await frames.confirmed(sender);
  StillWorker.last.say({ say: 'alive', counts });
  expect(frames.counts).toEqual(counts);
});

test('the worker is told once that a sender is done with, and nobody waits for it any more', async () => {
  const sender = {} as RTCRtpSender;
  frames.send(sender, { source: 'camera', kind: 'video' });
  const confirmed = frames.confirmed(sender);
  frames.ended(sender);
  await expect(confirmed).rejects.toMatchObject({ error: 'wrong_state' });
  frames.ended(sender);
  expect(StillWorker.last.orders).toEqual([{ do: 'end', sender: 0 }]);
});

test('a worker that answers lives, and one that was killed without a word is noticed within some seconds', async () => {
  const sender = {} as RTCRtpSender;
  frames.send(sender, { source: 'microphone', kind: 'audio' });
  for (let time = 0; time < 100; time += 1) {
    clock.advance(500);
    StillWorker.last.say({ say: 'alive', counts });
  }
  expect(news).toEqual([]);
  clock.advance(4_000);
  expect(news).toEqual([{ type: 'died' }]);
  expect(StillWorker.last.terminated).toBe(true);
  await expect(frames.confirmed(sender)).rejects.toMatchObject({ error: 'wrong_state' });
  expect(() => frames.send(sender, { source: 'camera', kind: 'video' })).toThrow();
});

test('one that has not begun is given the time that a slow phone takes to load it', () => {
  clock.advance(15_000);
  expect(news).toEqual([]);
  clock.advance(10_000);
  expect(news).toEqual([{ type: 'died' }]);
});

test('one that fails is dead at once', () => {
  StillWorker.last.onerror?.();
  expect(news).toEqual([{ type: 'died' }]);
  expect(clock.pendingTimers).toBe(0);
});

test('a browser without encoded transforms is told apart', () => {
  delete globals.RTCRtpScriptTransform;
  expect(() => WorkerFrames.open(clock)).toThrow(expect.objectContaining({ code: 'encryption_unsupported' }));
});
