import { setImmediate } from 'node:timers/promises';
import { RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PcmMicrophone } from '../node/pcm-microphone.ts';
import { checkProperty } from './testing/check-property.ts';
import { openMicrophone, SenderBench } from './testing/sender-bench.ts';

type Step =
  | { do: 'change'; state: 'live' | 'muted' | 'off'; microphone?: number }
  | { do: 'answer'; fails: boolean }
  | { do: 'breakReplacing'; broken: boolean }
  | { do: 'wait' }
  | { do: 'turn' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record(
        {
          do: fc.constant('change' as const),
          state: fc.constantFrom('live' as const, 'live' as const, 'muted' as const, 'off' as const),
          microphone: fc.nat(1),
        },
        { requiredKeys: ['do', 'state'] },
      ),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('answer' as const), fails: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('breakReplacing' as const), broken: fc.boolean() }) },
    { weight: 1, arbitrary: fc.constant({ do: 'wait' as const }) },
    { weight: 4, arbitrary: fc.constant({ do: 'turn' as const }) },
  ),
  { maxLength: 40, size: 'max' },
);

test('what is sent is enabled only while shown live, and the last wish comes about, in any order', async () => {
  const microphones = [openMicrophone(), openMicrophone()];
  await checkProperty(
    fc.asyncProperty(steps, async (order) => {
      const bench = new SenderBench();
      const check = () => {
        if (bench.sentTrack?.enabled) expect(bench.shows).toBe('live');
      };
      for (const one of order) {
        if (one.do === 'change') {
          const microphone = one.microphone === undefined ? undefined : microphones[one.microphone];
          bench.sender.change({ state: one.state, ...(microphone && { microphone }) }).catch(() => {});
        } else if (one.do === 'answer') bench.answerIfAsked(one.fails ? new RpcError('timeout') : undefined);
        else if (one.do === 'breakReplacing') bench.brokenReplacing = one.broken;
        else if (one.do === 'wait') bench.clock.advance(60);
        else await setImmediate();
        check();
        await Promise.resolve();
        check();
      }
      bench.brokenReplacing = false;
      const final = bench.sender.change({ state: 'live', microphone: microphones[0] as PcmMicrophone });
      let done = false;
      void final.finally(() => {
        done = true;
      });
      while (!done) {
        bench.answerIfAsked();
        bench.clock.advance(100);
        await setImmediate();
        check();
      }
      expect([bench.shows, bench.sentTrack === microphones[0]?.track]).toEqual(['live', true]);
      expect(bench.sentTrack?.enabled).toBe(true);
      bench.sender.close();
      expect(bench.clock.pendingTimers).toBe(0);
    }),
  );
});
