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
  readonly sender: MicrophoneSender;
  sentTrack: MediaStreamTrack | undefined;
  #answers: PromiseWithResolvers<void>[] = [];
  #waiting = Promise.withResolvers<void>();

  constructor() {
    this.sender = new MicrophoneSender({
      send: async (track, { paused }) => {
        await this.#ask(`send ${paused ? 'paused' : 'live'}`);
        this.sentTrack = track;
        return {
          id: 'p1',
          replaceTrack: async (next) => {
            this.asked.push('replace');
            this.sentTrack = next;
          },
          close: () => {
            this.asked.push('stop');
          },
        };
      },
      setPaused: (_, paused) => this.#ask(paused ? 'pause' : 'resume'),
      closeProducer: () => this.#ask('close'),
      onState: (state) => this.shown.push(state),
    });
  }

  get shows(): MicrophoneState | undefined {
    return this.shown.at(-1);
  }

  /** Lets the server answer the next question, once it has been asked. */
  async answer(error?: RpcError): Promise<void> {
    while (this.#answers.length === 0) await this.#waiting.promise;
    const answer = this.#answers.shift();
    if (error) answer?.reject(error);
    else answer?.resolve();
  }

  #ask(question: string): Promise<void> {
    this.asked.push(question);
    const answer = Promise.withResolvers<void>();
    this.#answers.push(answer);
    this.#waiting.resolve();
    this.#waiting = Promise.withResolvers<void>();
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
