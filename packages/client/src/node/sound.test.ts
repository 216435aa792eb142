import { ManualClock } from '@earshot/lifetime';
import { expect, test } from '@jest/globals';
import { durationMs, framesOf, type Pcm, tone } from './pcm.ts';
import { PcmMicrophone } from './pcm-microphone.ts';
import { play } from './play.ts';

const ms50 = tone({ frequencyHz: 440, durationMs: 50 });

test('a sound is cut into frames of 10 ms, the last one filled up with silence', () => {
  const pcm: Pcm = { samples: new Int16Array(1_000).fill(7), sampleRateHz: 16_000, channels: 2 };
  const frames = [...framesOf(pcm)];
  expect(frames.map(({ samples }) => samples.length)).toEqual([320, 320, 320, 320]);
  expect([...(frames[3]?.samples ?? [])].filter((sample) => sample === 7)).toHaveLength(40);
  expect(durationMs(pcm)).toBe(31.25);
});

test('says a sound in real time, also when its timer is late', async () => {
  const clock = new ManualClock();
  const said: Pcm[] = [];
  const playing = play(ms50, { push: (frame) => void said.push(frame) }, { clock });
  clock.advance(10);
  expect(said).toHaveLength(2);
  clock.advance(20);
  expect(said).toHaveLength(4);
  clock.advance(100);
  expect(said).toHaveLength(5);
  await playing;
  expect(clock.pendingTimers).toBe(0);
});

test('says it again and again until it is stopped', async () => {
  const clock = new ManualClock();
  const stop = new AbortController();
  let said = 0;
  const playing = play(
    ms50,
    {
      push: () => {
        said += 1;
      },
    },
    { clock, loop: true, signal: stop.signal },
  );
  clock.advance(1_000);
  expect(said).toBe(101);
  stop.abort();
  await playing;
  expect(clock.pendingTimers).toBe(0);
});

test('a microphone takes frames of 10 ms only, and nothing once it is closed', () => {
  const microphone = new PcmMicrophone({ label: 'robot' });
  let ended = 0;
  microphone.onEnded(() => {
    ended += 1;
  });
  expect(() => microphone.push(ms50)).toThrow('480 samples, not 2400');
  const [frame] = framesOf(ms50);
  microphone.push(frame as Pcm);
  microphone.close();
  microphone.close();
  microphone.push(frame as Pcm);
  expect([ended, microphone.track.readyState, microphone.label]).toEqual([1, 'ended', 'robot']);
});
