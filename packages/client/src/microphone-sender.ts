import { type MicrophoneState, type ProducerId, RpcError } from '@earshot/protocol';
import type { Microphone } from './engine.ts';
import { mediaError } from './media-error.ts';
import type { MicrophoneChange } from './room.ts';
import { SerialLine } from './serial-line.ts';

/** A track on its way to the server. */
export interface SentTrack {
  readonly id: ProducerId;
  replaceTrack(track: MediaStreamTrack): Promise<void>;
  close(): void;
}

export interface MicrophoneSenderOptions {
  send(track: MediaStreamTrack, options: { paused: boolean }): Promise<SentTrack>;
  setPaused(id: ProducerId, paused: boolean): Promise<unknown>;
  closeProducer(id: ProducerId): Promise<unknown>;
  onState(state: MicrophoneState): void;
}

interface Wanted {
  readonly state: MicrophoneState;
  readonly microphone: Microphone | undefined;
}

interface Sending {
  readonly sent: SentTrack;
  microphone: Microphone;
  /** As the server has it; undefined while that is not known. */
  paused: boolean | undefined;
}

/**
 * Keeps what is sent in step with what is wanted. One rule stands above all: a track is enabled only while
 * the microphone is shown as live. So muting silences the track first and tells the server then; going live
 * tells the server first, and enables the track only if that is still what is wanted.
 */
export class MicrophoneSender {
  readonly #options: MicrophoneSenderOptions;
  readonly #line = new SerialLine();
  /** Those whose tracks are in our hands; each gets its track back enabled when it is let go. */
  readonly #held = new Set<Microphone>();
  #wanted: Wanted = { state: 'off', microphone: undefined };
  #shown: MicrophoneState = 'off';
  #sending: Sending | undefined;
  #stopWatching: () => void = () => {};
  #closed = false;

  constructor(options: MicrophoneSenderOptions) {
    this.#options = options;
  }

  /**
   * Carries a change out. A newer change overtakes it: it then resolves without having had its way.
   * @throws RpcError; the microphone is then muted, or off where it was never sent.
   */
  async change(change: MicrophoneChange): Promise<void> {
    if (this.#closed) throw new RpcError('wrong_state', { detail: 'the room is over' });
    const given = change.state === 'off' ? undefined : change.microphone;
    const microphone = given ?? this.#wanted.microphone;
    if (change.state !== 'off') checkUsable(microphone);
    this.#want({ state: change.state, microphone });
    await this.#line.run(() => this.#reach());
  }

  /** Lets go of the microphone. */
  close(): void {
    this.#closed = true;
    this.#stopWatching();
    this.#sending = undefined;
    this.#wanted = { state: 'off', microphone: undefined };
    this.#release();
  }

  /** The part of a change that must not wait. */
  #want(wanted: Wanted): void {
    const { microphone } = wanted;
    if (microphone && microphone !== this.#wanted.microphone) this.#watch(microphone);
    this.#wanted = wanted;
    if (wanted.state === 'live') {
      const sounds = this.#shown === 'live' && microphone === this.#sending?.microphone;
      if (microphone && !sounds) this.#silence(microphone);
      if (this.#shown === 'off') this.#show('muted');
    } else {
      if (microphone) this.#silence(microphone);
      if (this.#sending) this.#silence(this.#sending.microphone);
      this.#show(wanted.state);
    }
  }

  /** A microphone that was unplugged is muted, and another one has to be given. */
  #watch(microphone: Microphone): void {
    this.#stopWatching();
    this.#stopWatching = microphone.onEnded(() => {
      if (this.#wanted.state !== 'live') return;
      this.#want({ ...this.#wanted, state: 'muted' });
      this.#line.run(() => this.#reach()).catch(() => {});
    });
  }

  async #reach(): Promise<void> {
    const wanted = this.#wanted;
    try {
      if (wanted.state === 'off') await this.#stop();
      else await this.#send(wanted.microphone as Microphone, wanted);
    } catch (cause) {
      if (wanted === this.#wanted) this.#wanted = { ...wanted, state: this.#sending ? 'muted' : 'off' };
      if (!this.#closed && wanted.state === 'live') this.#show(this.#wanted.state);
      throw mediaError(cause);
    } finally {
      this.#release();
    }
  }

  async #stop(): Promise<void> {
    const sending = this.#sending;
    this.#sending = undefined;
    sending?.sent.close();
    if (sending) await this.#options.closeProducer(sending.sent.id);
  }

  async #send(microphone: Microphone, wanted: Wanted): Promise<void> {
    const paused = wanted.state !== 'live';
    if (!this.#sending) {
      const sent = await this.#options.send(microphone.track, { paused });
      if (this.#closed) return;
      this.#sending = { sent, microphone, paused };
    } else {
      await this.#switchTo(microphone, this.#sending);
      await this.#pause(paused, this.#sending);
    }
    // Somebody may have muted, or left, while the server was asked.
    if (wanted !== this.#wanted || this.#closed || paused) return;
    microphone.track.enabled = true;
    this.#show('live');
  }

  async #switchTo(microphone: Microphone, sending: Sending): Promise<void> {
    if (microphone === sending.microphone) return;
    await sending.sent.replaceTrack(microphone.track);
    sending.microphone = microphone;
  }

  async #pause(paused: boolean, sending: Sending): Promise<void> {
    if (paused === sending.paused) return;
    sending.paused = undefined;
    await this.#options.setPaused(sending.sent.id, paused);
    sending.paused = paused;
  }

  #silence(microphone: Microphone): void {
    this.#held.add(microphone);
    microphone.track.enabled = false;
  }

  /** Gives back what is neither sent nor about to be: its owner may show a meter of it. */
  #release(): void {
    const { state, microphone } = this.#wanted;
    for (const held of this.#held) {
      if (held === this.#sending?.microphone || (held === microphone && state !== 'off')) continue;
      held.track.enabled = true;
      this.#held.delete(held);
    }
  }

  #show(state: MicrophoneState): void {
    this.#shown = state;
    this.#options.onState(state);
  }
}

function checkUsable(microphone: Microphone | undefined): asserts microphone {
  if (!microphone) throw new RpcError('wrong_state', { detail: 'there is no microphone yet' });
  if (microphone.track.readyState === 'ended') {
    throw new RpcError('wrong_state', { detail: 'the microphone is gone' });
  }
}
