import { setImmediate } from 'node:timers/promises';
import { ManualClock } from '@earshot/lifetime';
import type { Line } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { lineSample, watchOwnLine } from './own-line.ts';
import type { ReceivedStream } from './statistics.ts';

const voice = (changes: Partial<ReceivedStream>): ReceivedStream => ({
  bitsPerSecond: 30_000,
  lossRatio: 0,
  jitterMs: 5,
  concealedRatio: 0,
  ...changes,
});
const voices = (...all: ReceivedStream[]) => new Map(all.map((each, index) => [`${index}`, each]));

test('somebody else on a poor line does not make the own one poor', () => {
  const received = voices(voice({}), voice({ lossRatio: 0.4, concealedRatio: 0.3 }), voice({}));
  expect(lineSample({ received })).toMatchObject({ lossRatio: 0, concealedRatio: 0 });
});

test('what all of them lose is lost on the way here', () => {
  const received = voices(voice({ lossRatio: 0.2 }), voice({ lossRatio: 0.22 }), voice({ lossRatio: 0.18 }));
  expect(lineSample({ received }).lossRatio).toBe(0.2);
});

test('silent streams do not count, and the own voice does', () => {
  const received = voices(voice({ bitsPerSecond: 500, lossRatio: 0.5 }));
  const sample = lineSample({ received, sent: { lossRatio: 0.1, jitterMs: 30 } });
  expect(sample).toMatchObject({ lossRatio: 0.1, jitterMs: 30 });
});

test('tells when the connection becomes poor, and nothing after it was let go', async () => {
  const clock = new ManualClock();
  const told: Line[] = [];
  const stop = watchOwnLine({
    clock,
    onLine: (line) => told.push(line),
    getStats: async () => {
      const ids = {
        type: 'candidate-pair',
        id: 'P',
        localCandidateId: 'L',
        nominated: true,
        state: 'succeeded',
      };
      const recv = new Map<string, object>([
        ['P', { ...ids, currentRoundTripTime: 0.8 }],
        ['L', { type: 'local-candidate', id: 'L', candidateType: 'host', protocol: 'udp' }],
      ]);
      return { recv: recv as unknown as RTCStatsReport };
    },
  });
  const pass = async () => {
    clock.advance(3_000);
    await setImmediate();
  };
  await pass();
  await pass();
  expect(told).toEqual([]);
  await pass();
  expect(told).toEqual(['poor']);
  stop();
  expect(clock.pendingTimers).toBe(0);
});
