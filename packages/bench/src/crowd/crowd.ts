import { joinRoom, type Room, waitFor } from '@earshot/client';
import { nodeEngine, PcmMicrophone, play, tone } from '@earshot/client/node';
import { within } from '../within.ts';

export interface CrowdOptions {
  server: string;
  room: string;
  /** How many come; each has a microphone. */
  people: number;
  /** How many of them talk, without a break; the others are muted. */
  talkers: number;
  signal: AbortSignal;
}

const enterWithinMs = 60_000;
/** So many come at once: those who open the same link at the full hour. */
const atOnce = 5;
const lowestHz = 300;
const stepHz = 110;

/** Node clients that fill a room. */
export class Crowd implements AsyncDisposable {
  readonly #stop = new AbortController();
  readonly #microphones: PcmMicrophone[] = [];
  readonly #rooms: Room[] = [];

  /** Resolves when all are in and the talkers are heard. */
  static async enter(options: CrowdOptions): Promise<Crowd> {
    const crowd = new Crowd();
    try {
      await within(crowd.#enter(options), {
        what: "the crowd's way in",
        limitMs: enterWithinMs,
        signal: options.signal,
      });
      return crowd;
    } catch (error) {
      await crowd[Symbol.asyncDispose]();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#rooms.map((room) => room.leave()));
    for (const microphone of this.#microphones) microphone.close();
  }

  async #enter({ people, talkers, ...where }: CrowdOptions): Promise<void> {
    const numbers = Array.from({ length: people }, (_, number) => number);
    for (let first = 0; first < people; first += atOnce) {
      this.#stop.signal.throwIfAborted();
      const group = numbers.slice(first, first + atOnce);
      await Promise.all(group.map((number) => this.#one(number, { ...where, talks: number < talkers })));
    }
  }

  async #one(
    number: number,
    { server, room, talks }: { server: string; room: string; talks: boolean },
  ): Promise<void> {
    const microphone = new PcmMicrophone();
    this.#microphones.push(microphone);
    const { signal } = this.#stop;
    if (talks) {
      const frequencyHz = lowestHz + number * stepHz;
      void play(tone({ frequencyHz, durationMs: 1_000 }), microphone, { loop: true, signal });
    }
    const joined = await joinRoom({
      server,
      room,
      name: `Guest ${number + 1}`,
      engine: nodeEngine(),
      microphone,
      muted: !talks,
      signal,
    });
    this.#rooms.push(joined);
    if (talks) {
      await waitFor(joined, ({ self, media }) => self.microphone === 'live' && media === 'connected');
    }
  }
}
