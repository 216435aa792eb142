import type { Microphone } from '@earshot/client';
import { type MicrophoneProblem, microphoneProblem } from './microphone-problem.ts';

export type MicrophoneState =
  | { readonly at: 'closed' }
  | { readonly at: 'opening' }
  | {
      readonly at: 'open';
      readonly microphone: Microphone;
      /** Why another device could not take over. */
      readonly problem?: MicrophoneProblem;
    }
  | { readonly at: 'refused'; readonly problem: MicrophoneProblem };

export interface DeskOptions {
  /**
   * A device that is not here any more gives the system's choice.
   * @throws MicrophoneError
   */
  open(options: { deviceId?: string }): Promise<Microphone>;
  /** The device chosen last time; empty for the system's choice. */
  preferred: { read(): string; write(deviceId: string): void };
}

/**
 * The one microphone of this page. It is captured once and used by the lobby's meter and by the room;
 * pickers and meters never capture again.
 */
export class MicrophoneDesk {
  readonly #options: DeskOptions;
  readonly #listeners = new Set<() => void>();
  #state: MicrophoneState = { at: 'closed' };
  #opening: Promise<Microphone | undefined> | undefined;
  /** Grows when what is being opened is no longer wanted. */
  #era = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  get state(): MicrophoneState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The open microphone, asking for it where it is not open yet. Undefined when refused: see `state`. */
  open(): Promise<Microphone | undefined> {
    if (this.#state.at === 'open') return Promise.resolve(this.#state.microphone);
    if (this.#opening) return this.#opening;
    const opening = this.#open().finally(() => {
      if (this.#opening === opening) this.#opening = undefined;
    });
    this.#opening = opening;
    return opening;
  }

  /**
   * Takes another device. The old one goes on until `handOver` is through with the new one, so that
   * nobody is cut off in mid-word, and stays where the new one cannot be opened. Of several changes under
   * way the newest wins; `handOver` is not called for the others.
   * @throws whatever `handOver` throws.
   */
  async change(deviceId: string, handOver: (next: Microphone) => Promise<void>): Promise<void> {
    this.#options.preferred.write(deviceId);
    if (this.#state.at !== 'open') return void (await this.open());
    const era = ++this.#era;
    let next: Microphone;
    try {
      next = await this.#options.open(deviceId ? { deviceId } : {});
    } catch (error) {
      if (era !== this.#era || this.#state.at !== 'open') return;
      return this.#set({ ...this.#state, problem: microphoneProblem(error) });
    }
    if (era !== this.#era) return next.close();
    const replaced = this.#state.at === 'open' ? this.#state.microphone : undefined;
    this.#take(next);
    await handOver(next).finally(() => replaced?.close());
  }

  /** Says beforehand what opening would run into. */
  refuse(problem: MicrophoneProblem): void {
    this.#set({ at: 'refused', problem });
  }

  /** Lets go of the microphone, and of one that is being opened. */
  close(): void {
    this.#era += 1;
    this.#opening = undefined;
    if (this.#state.at === 'open') this.#state.microphone.close();
    if (this.#state.at !== 'closed') this.#set({ at: 'closed' });
  }

  async #open(): Promise<Microphone | undefined> {
    const era = ++this.#era;
    this.#set({ at: 'opening' });
    try {
      const deviceId = this.#options.preferred.read();
      const microphone = await this.#options.open(deviceId ? { deviceId } : {});
      if (era === this.#era) return this.#take(microphone);
      microphone.close();
    } catch (error) {
      if (era === this.#era) this.refuse(microphoneProblem(error));
    }
    return undefined;
  }

  #take(microphone: Microphone): Microphone {
    this.#set({ at: 'open', microphone });
    microphone.onEnded(() => {
      if (this.#state.at !== 'open' || this.#state.microphone !== microphone) return;
      microphone.close();
      this.refuse('lost');
    });
    return microphone;
  }

  #set(state: MicrophoneState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
