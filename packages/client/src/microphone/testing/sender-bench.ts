import { setImmediate } from 'node:timers/promises';
import { ManualClock } from '@earshot/lifetime';
import type { MicrophoneState, ProducerId, RpcError } from '@earshot/protocol';
import { afterEach } from '@jest/globals';
import type { MicrophoneEncoding } from '../../engine.ts';
import { PcmMicrophone } from '../../node/pcm-microphone.ts';
import { MicrophoneSender } from '../microphone-sender.ts';

const opened: PcmMicrophone[] = [];
afterEach(() => {
  for (const microphone of opened.splice(0)) microphone.close();
});

/** A real track without a person; closed when the test ends. */
export function openMicrophone(encoding?: MicrophoneEncoding): PcmMicrophone {
  const microphone = new PcmMicrophone(encoding && { encoding });
  opened.push(microphone);
  return microphone;
}

/** A sender whose server answers when, and what, the test says. */
export class SenderBench {
  readonly asked: string[] = [];
  readonly shown: MicrophoneState[] = [];
  readonly clock = new ManualClock();
  readonly sender: MicrophoneSender;
  /** What would be heard if it were enabled. Two of them while one stream takes over from another. */
  readonly sentTracks = new Map<string, MediaStreamTrack>();
  brokenReplacing = false;
  /** Whether a switch of microphones takes until it is answered. */
  slowReplacing = false;
  #streams = 0;
  #answers: PromiseWithResolvers<void>[] = [];

  constructor() {
    this.sender = new MicrophoneSender({
      send: async (track, { paused }) => {
        await this.#ask(`send ${paused ? 'paused' : 'live'}`);
        this.#streams += 1;
        const id = `p${this.#streams}` as ProducerId;
        this.sentTracks.set(id, track);
        return {
          id,
          replaceTrack: async (next) => {
            if (this.slowReplacing) await this.#ask('replace');
            else this.asked.push('replace');
            if (this.brokenReplacing) throw new Error('no such codec');
            this.sentTracks.set(id, next);
          },
          setMaxBitrate: (bps) => this.#ask(`at most ${bps} bit/s`),
          close: () => {
            this.asked.push('stop');
            this.sentTracks.delete(id);
          },
        };
      },
      setPaused: (_, paused) => this.#ask(paused ? 'pause' : 'resume'),
      closeProducer: () => this.#ask('close'),
      onState: (state) => this.shown.push(state),
      clock: this.clock,
    });
  }

  /** The one that is sent, once no other takes over. */
  get sentTrack(): MediaStreamTrack | undefined {
    return [...this.sentTracks.values()].at(-1);
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
