import { joinRoom, type Room, waitFor } from '@earshot/client';
import { nodeEngine, PcmMicrophone, play, tone } from '@earshot/client/node';
import { within } from '../within.ts';

const levelDb = -12;

/**
 * From this part of full scale on, a sample is sound: 20 dB below the tone, and well above what a decoder
 * makes up when it has nothing yet.
 */
export const loudness = 10 ** ((levelDb - 20) / 20);

/** Somebody in the room who is never silent. */
export class ToneSpeaker implements AsyncDisposable {
  readonly #stop = new AbortController();
  readonly #microphone = new PcmMicrophone({ label: 'tone' });
  #room: Room | undefined;

  /** Resolves when the tone is on its way. */
  static async enter(options: { server: string; room: string; signal: AbortSignal }): Promise<ToneSpeaker> {
    const speaker = new ToneSpeaker();
    try {
      await within(speaker.#enter(options), { what: "the tone's way in", limitMs: 15_000, ...options });
      return speaker;
    } catch (error) {
      await speaker[Symbol.asyncDispose]();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#room?.leave();
    this.#microphone.close();
  }

  async #enter({ server, room }: { server: string; room: string }): Promise<void> {
    const microphone = this.#microphone;
    void play(tone({ frequencyHz: 440, durationMs: 1_000, levelDb }), microphone, {
      loop: true,
      signal: this.#stop.signal,
    });
    const { signal } = this.#stop;
    this.#room = await joinRoom({ server, room, name: 'Tone', engine: nodeEngine(), microphone, signal });
    await waitFor(this.#room, ({ self, media }) => self.microphone === 'live' && media === 'connected');
  }
}
