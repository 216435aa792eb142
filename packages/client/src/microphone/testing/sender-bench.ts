import { setImmediate } from 'node:timers/promises';
import { ManualClock } from '@earshot/lifetime';
import type { MicrophoneState, RpcError } from '@earshot/protocol';
import { afterEach } from '@jest/globals';
import { PcmMicrophone } from '../../node/pcm-microphone.ts';
import { MicrophoneSender } from '../microphone-sender.ts';

const opened: PcmMicrophone[] = [];
afterEach(() => {
  for (const microphone of opened.splice(0)) microphone.close();
});

/** A real track without a person; closed when the test ends. */
export function openMicrophone(): PcmMicrophone {
  const microphone = new PcmMicrophone();
  opened.push(microphone);
  return microphone;
}

/** A sender whose server answers when, and what, the test says. */
export class SenderBench {
  readonly asked: string[] = [];
  readonly shown: MicrophoneState[] = [];
  readonly clock = new ManualClock();
  readonly sender: MicrophoneSender;
  /** What would be heard if it were enabled. */
  sentTrack: MediaStreamTrack | undefined;
  brokenReplacing = false;
  /** Whether a switch of microphones takes until it is answered. */
  slowReplacing = false;
  #answers: PromiseWithResolvers<void>[] = [];

  constructor() {
    this.sender = new MicrophoneSender({
      send: async (track, { paused }) => {
        await this.#ask(`send ${paused ? 'paused' : 'live'}`);
        this.sentTrack = track;
        return {
          id: 'p1',
          replaceTrack: async (next) => {
            if (this.slowReplacing) await this.#ask('replace');
            else this.asked.push('replace');
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

  /** Whether the server owes an answer. */
  get waiting(): boolean {
    return this.#answers.length > 0;
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

/** One that is live already. */
export async function liveBench(): Promise<{ bench: SenderBench; microphone: PcmMicrophone }> {
  const bench = new SenderBench();
  const microphone = openMicrophone();
  const going = bench.sender.change({ state: 'live', microphone });
  await bench.answer();
  await going;
  return { bench, microphone };
}
