import { RpcError } from '@earshot/protocol';
import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PcmMicrophone } from '../node/pcm-microphone.ts';
import { MicrophoneControl } from './microphone-control.ts';
import { checkProperty } from './testing/check-property.ts';
import { type Happening, happenings, MicrophoneLaw } from './testing/microphone-law.ts';
import { StageBench } from './testing/stage-bench.ts';

const musical = { stereo: true, maxBitrateBps: 128_000, dtx: false };

/** A person with a microphone, going from room to room. */
class Life {
  readonly law = new MicrophoneLaw();
  readonly control = new MicrophoneControl();
  readonly #microphones: PcmMicrophone[] = [];
  readonly #stages: StageBench[] = [];

  get stage(): StageBench | undefined {
    return this.#stages.at(-1);
  }

  async live(happening: Happening): Promise<void> {
    const { control, law } = this;
    law.note(happening);
    switch (happening.type) {
      case 'deviceGiven':
        control.give(this.#another(happening.music)).catch(() => {});
        break;
      case 'deviceLost':
        this.#microphones.at(-1)?.close();
        control.take(happening).catch(() => {});
        break;
      case 'linkLost':
        this.stage?.end();
        break;
      case 'linkBack': {
        if (this.stage && !this.stage.ended) break;
        const stage = new StageBench();
        this.#stages.push(stage);
        control.attach(stage, 'off').catch(() => {});
        break;
      }
      case 'answer':
        this.stage?.bench.answerIfAsked(happening.fails ? new RpcError('timeout') : undefined);
        break;
      case 'time':
        this.stage?.bench.clock.advance(60);
        await new Promise(setImmediate);
        break;
      default:
        control.take(happening).catch(() => {});
    }
  }

  /** The rule above all. */
  check(): void {
    for (const { sentTracks, bench } of this.#stages) {
      if (!sentTracks.some(({ enabled, readyState }) => enabled && readyState === 'live')) continue;
      expect([bench.shows, this.law.mayBeHeard]).toEqual(['live', true]);
    }
  }

  close(): void {
    for (const stage of this.#stages) stage.end();
    for (const microphone of this.#microphones) microphone.close();
  }

  #another(music = false): PcmMicrophone {
    const microphone = new PcmMicrophone(music ? { encoding: musical } : {});
    this.#microphones.push(microphone);
    return microphone;
  }
}

let lives: Life[] = [];
afterEach(() => {
  for (const life of lives) life.close();
  lives = [];
});

test('in no order of things is anybody heard who is shown muted, or who did not open the microphone', async () => {
  let heard = 0;
  await checkProperty(
    fc.asyncProperty(happenings, async (order) => {
      const life = new Life();
      lives.push(life);
      for (const happening of [{ type: 'deviceGiven' }, { type: 'linkBack' }, ...order] as const) {
        await life.live(happening);
        life.check();
        await Promise.resolve();
        life.check();
        if (life.stage?.sentTrack?.enabled) heard += 1;
      }
      // Whatever went before, a person who now does all it takes is heard.
      for (const type of ['linkLost', 'unmuteAllowed', 'deviceGiven', 'linkBack'] as const)
        await life.live({ type });
      await life.stage?.settle();
      life.check();
      await life.live({ type: 'modeChanged', to: 'switch' });
      await life.live({ type: 'unmutePressed' });
      await life.stage?.settle();
      life.check();
      expect([life.stage?.bench.shows, life.stage?.sentTrack?.enabled]).toEqual(['live', true]);
      await life.live({ type: 'mutePressed' });
      life.check();
      expect([life.stage?.bench.shows, life.stage?.sentTrack?.enabled]).toEqual(['muted', false]);
      await life.stage?.settle();
      expect(life.stage?.bench.asked.at(-1)).toBe('pause');
      life.close();
    }),
    300,
  );
  // The orders are not so random that nobody ever talks.
  expect(heard).toBeGreaterThan(100);
});
