import { setImmediate } from 'node:timers/promises';
import { ManualClock } from '@earshot/lifetime';
import { type MicrophoneState, RpcError } from '@earshot/protocol';
import { afterEach, expect, test } from '@jest/globals';
import { MicrophoneSender } from './microphone-sender.ts';
import { PcmMicrophone } from './node/pcm-microphone.ts';

const opened: PcmMicrophone[] = [];
afterEach(() => {
  for (const microphone of opened.splice(0)) microphone.close();
});

function openMicrophone(): PcmMicrophone {
  const microphone = new PcmMicrophone();
  opened.push(microphone);
  return microphone;
}

/** A sender whose server answers when, and what, the test says. */
class Bench {
  readonly asked: string[] = [];
  readonly shown: MicrophoneState[] = [];
  readonly clock = new ManualClock();
  readonly sender: MicrophoneSender;
  /** What would be heard if it were enabled. */
  sentTrack: MediaStreamTrack | undefined;
  brokenReplacing = false;
  #answers: PromiseWithResolvers<void>[] = [];

  constructor() {
    this.sender = new MicrophoneSender({
      send: async (track, { paused }) => {
        await this.#ask(`send ${paused ? 'paused' : 'live'}`);
        this.sentTrack = track;
        return {
          id: 'p1',
          replaceTrack: async (next) => {
            this.asked.push('replace');
            if (this.brokenReplacing) throw new Error('no such codec');
            this.sentTrack = next;
          },
          close: () => {
            this.asked.push('stop');
            this.sentTrack = undefined;
          },
        };
      },
      setPaused: (_, paused) => this.#ask(paused ? 'pause' : 'resume'),
      closeProducer: () => this.#ask('close'),
      onState: (state) => this.shown.push(state),
      clock: this.clock,
    });
  }

  get shows(): MicrophoneState | undefined {
    return this.shown.at(-1);
  }

  /** Lets time pass until the server is asked, and the server answer. */
  async answer(error?: RpcError): Promise<void> {
    for (await setImmediate(); this.#answers.length === 0; await setImmediate()) this.clock.advance(10);
    this.answerIfAsked(error);
  }

  answerIfAsked(error?: RpcError): void {
    const answer = this.#answers.shift();
    if (error) answer?.reject(error);
    else answer?.resolve();
  }

  #ask(question: string): Promise<void> {
    this.asked.push(question);
    const answer = Promise.withResolvers<void>();
    this.#answers.push(answer);
    return answer.promise;
  }
}

async function liveBench(): Promise<{ bench: Bench; microphone: PcmMicrophone }> {
  const bench = new Bench();
  const microphone = openMicrophone();
  const going = bench.sender.change({ state: 'live', microphone });
  await bench.answer();
  await going;
  return { bench, microphone };
}

test('the track is enabled only once the server forwards it', async () => {
  const bench = new Bench();
  const microphone = openMicrophone();
  const going = bench.sender.change({ state: 'live', microphone });
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  await bench.answer();
  await going;
  expect([bench.shows, microphone.track.enabled]).toEqual(['live', true]);
});

test('muting silences and shows at once, before the server knows', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  await bench.answer();
  await muting;
  expect(bench.asked).toEqual(['send live', 'pause']);
});

test('unmuting that is overtaken by muting never opens the microphone', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await muting;
  const unmuting = bench.sender.change({ state: 'live' });
  const mutingAgain = bench.sender.change({ state: 'muted' });
  expect(microphone.track.enabled).toBe(false);
  await Promise.all([unmuting, mutingAgain]);
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  expect(bench.asked).toEqual(['send live', 'pause']);
});

test('muting while the server is being told to resume wins, and tells it again', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await muting;
  const unmuting = bench.sender.change({ state: 'live' });
  await Promise.resolve();
  await Promise.resolve();
  expect(bench.asked.at(-1)).toBe('resume');
  const mutingAgain = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await unmuting;
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  await bench.answer();
  await mutingAgain;
  expect(bench.asked).toEqual(['send live', 'pause', 'resume', 'pause']);
});

test('the server goes on forwarding for 100 ms of silence before it is told of the muting', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await setImmediate();
  bench.clock.advance(99);
  await setImmediate();
  expect([bench.asked, microphone.track.enabled]).toEqual([['send live'], false]);
  bench.clock.advance(1);
  await setImmediate();
  expect(bench.asked).toEqual(['send live', 'pause']);
  await bench.answer();
  await muting;
});

test('unmuting within that silence waits for nothing, and the others see no muting', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await setImmediate();
  bench.clock.advance(50);
  await Promise.all([muting, bench.sender.change({ state: 'live' })]);
  expect([bench.shows, microphone.track.enabled]).toEqual(['live', true]);
  bench.clock.advance(1_000);
  await setImmediate();
  expect([bench.asked, bench.clock.pendingTimers]).toEqual([['send live'], 0]);
});

test('a silence that no sound broke counts on when muting again', async () => {
  const { bench } = await liveBench();
  const changes = [bench.sender.change({ state: 'muted' })];
  await setImmediate();
  bench.clock.advance(60);
  changes.push(bench.sender.change({ state: 'live' }), bench.sender.change({ state: 'muted' }));
  await setImmediate();
  expect(bench.asked).toEqual(['send live']);
  bench.clock.advance(40);
  await bench.answer();
  await Promise.all(changes);
  expect([bench.asked, bench.shows]).toEqual([['send live', 'pause'], 'muted']);
});

test('the end does not wait for the silence', async () => {
  const { bench } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await setImmediate();
  bench.sender.close();
  await muting;
  expect([bench.asked, bench.clock.pendingTimers]).toEqual([['send live'], 0]);
});

test('switching off does not wait for the silence', async () => {
  const { bench } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await setImmediate();
  const stopping = bench.sender.change({ state: 'off' });
  await muting;
  await setImmediate();
  expect(bench.asked).toEqual(['send live', 'stop', 'close']);
  await bench.answer();
  await stopping;
});

test('a switch of microphones that fails ends muted, and neither is heard', async () => {
  const { bench, microphone } = await liveBench();
  const other = openMicrophone();
  bench.brokenReplacing = true;
  const switching = bench.sender.change({ state: 'live', microphone: other });
  await expect(switching).rejects.toMatchObject({ error: 'media_rejected' });
  expect(bench.shows).toBe('muted');
  expect([microphone.track.enabled, other.track.enabled]).toEqual([false, false]);
});

test('an unmuting that fails shows nothing of the next one, which has not been carried out yet', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await muting;
  const refused = bench.sender.change({ state: 'live' });
  await setImmediate();
  const next = bench.sender.change({ state: 'live' });
  await bench.answer(new RpcError('rate_limited'));
  await expect(refused).rejects.toMatchObject({ error: 'rate_limited' });
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  await bench.answer();
  await next;
  expect([bench.shows, microphone.track.enabled]).toEqual(['live', true]);
});

test('a refused unmuting ends muted, and can be tried again', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await muting;
  const refused = bench.sender.change({ state: 'live' });
  await bench.answer(new RpcError('rate_limited'));
  await expect(refused).rejects.toMatchObject({ error: 'rate_limited' });
  expect([bench.shows, microphone.track.enabled]).toEqual(['muted', false]);
  const again = bench.sender.change({ state: 'live' });
  await bench.answer();
  await again;
  expect([bench.shows, microphone.track.enabled]).toEqual(['live', true]);
});

test('after a muting without an answer the server is told again when it comes to unmuting', async () => {
  const { bench } = await liveBench();
  const lost = bench.sender.change({ state: 'muted' });
  await bench.answer(new RpcError('timeout'));
  await expect(lost).rejects.toMatchObject({ error: 'timeout' });
  expect(bench.shows).toBe('muted');
  const unmuting = bench.sender.change({ state: 'live' });
  await bench.answer();
  await unmuting;
  expect(bench.asked).toEqual(['send live', 'pause', 'resume']);
});

test('a microphone that cannot be sent at all is off, and its track is given back', async () => {
  const bench = new Bench();
  const microphone = openMicrophone();
  const going = bench.sender.change({ state: 'live', microphone });
  await bench.answer(new RpcError('too_many_producers'));
  await expect(going).rejects.toMatchObject({ error: 'too_many_producers' });
  expect([bench.shows, microphone.track.enabled]).toEqual(['off', true]);
});

test('another microphone takes over without a pause, and the first is given back', async () => {
  const { bench, microphone } = await liveBench();
  const other = openMicrophone();
  const switching = bench.sender.change({ state: 'live', microphone: other });
  expect(other.track.enabled).toBe(false);
  await switching;
  expect(bench.sentTrack).toBe(other.track);
  expect([microphone.track.enabled, other.track.enabled]).toEqual([true, true]);
  expect(bench.asked).toEqual(['send live', 'replace']);
  expect(bench.shown).toEqual(['muted', 'live', 'live']);
});

test('off stops sending and gives the microphone back; live sends it anew', async () => {
  const { bench, microphone } = await liveBench();
  const stopping = bench.sender.change({ state: 'off' });
  expect([bench.shows, microphone.track.enabled]).toEqual(['off', false]);
  await bench.answer();
  await stopping;
  expect(microphone.track.enabled).toBe(true);
  const again = bench.sender.change({ state: 'live' });
  await bench.answer();
  await again;
  expect(bench.asked).toEqual(['send live', 'stop', 'close', 'send live']);
});

test('an unplugged microphone is muted, and the next must be given', async () => {
  const { bench, microphone } = await liveBench();
  microphone.close();
  expect(bench.shows).toBe('muted');
  await bench.answer();
  await expect(bench.sender.change({ state: 'live' })).rejects.toMatchObject({ error: 'wrong_state' });
  const next = bench.sender.change({ state: 'live', microphone: openMicrophone() });
  await bench.answer();
  await next;
  expect(bench.shows).toBe('live');
});

test('there is nothing to unmute before a microphone was given', async () => {
  const { sender } = new Bench();
  await expect(sender.change({ state: 'live' })).rejects.toMatchObject({ error: 'wrong_state' });
  await expect(sender.change({ state: 'off' })).resolves.toBeUndefined();
});

test('an answer that comes after the end opens nothing and shows nothing', async () => {
  const { bench, microphone } = await liveBench();
  const muting = bench.sender.change({ state: 'muted' });
  await bench.answer();
  await muting;
  const unmuting = bench.sender.change({ state: 'live' });
  bench.sender.close();
  expect(microphone.track.enabled).toBe(true);
  await unmuting;
  expect(bench.shows).toBe('muted');
  await expect(bench.sender.change({ state: 'muted' })).rejects.toMatchObject({ error: 'wrong_state' });
});

/** Mulberry32: the same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

test(`what is sent is enabled only while shown live, in any order of things (FUZZ_SEED=${seed})`, async () => {
  const random = numbers(seed);
  const microphones = [openMicrophone(), openMicrophone()];
  for (let round = 0; round < 100; round += 1) {
    const bench = new Bench();
    const happened: string[] = [];
    const check = () => {
      const leaks = bench.sentTrack?.enabled && bench.shows !== 'live';
      if (leaks) throw new Error(`round ${round}: heard while ${bench.shows}: ${happened.join(', ')}`);
    };
    const change = (state: 'live' | 'muted' | 'off') => {
      const microphone = random() < 0.3 ? microphones[random() < 0.5 ? 0 : 1] : undefined;
      happened.push(microphone ? `${state} with another` : state);
      bench.sender.change({ state, ...(microphone ? { microphone } : {}) }).catch(() => {});
    };
    const steps = [
      () => change('live'),
      () => change('live'),
      () => change('muted'),
      () => change('muted'),
      () => change('off'),
      () => bench.clock.advance(60),
      () => bench.answerIfAsked(),
      () => bench.answerIfAsked(random() < 0.3 ? new RpcError('timeout') : undefined),
      () => {
        bench.brokenReplacing = random() < 0.3;
      },
    ];
    for (let count = 0; count < 30; count += 1) {
      steps[Math.floor(random() * steps.length)]?.();
      check();
      for (let turn = random() * 4; turn > 1; turn -= 1) await Promise.resolve();
      check();
      if (random() < 0.5) await setImmediate();
      check();
    }
    // What was asked for last is what comes about, once everything is answered.
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
  }
});
