import type { Clock } from '@earshot/lifetime';
import { type MicrophoneState, type ProducerId, RpcError } from '@earshot/protocol';
import type { Microphone, MicrophoneEncoding } from '../engine.ts';
import { mediaError } from '../media-error.ts';
import type { MicrophoneChange } from '../room.ts';
import { SerialLine } from '../serial-line.ts';
import { voiceEncoding } from './voice-encoding.ts';

/**
 * A muted track goes on as silence for this long before the server stops forwarding it: where packets break
 * off in mid-word, a listener's decoder stretches the last sound (NetEQ's expansion) instead of ending it.
 */
const silenceBeforePauseMs = 100;

/** A track on its way to the server. */
export interface SentTrack {
  readonly id: ProducerId;
  replaceTrack(track: MediaStreamTrack): Promise<void>;
  setMaxBitrate(bps: number): Promise<void>;
  close(): void;
}

export interface SendOptions {
  paused: boolean;
  encoding: MicrophoneEncoding;
}

export interface MicrophoneSenderOptions {
  send(track: MediaStreamTrack, options: SendOptions): Promise<SentTrack>;
  setPaused(id: ProducerId, paused: boolean): Promise<unknown>;
  closeProducer(id: ProducerId): Promise<unknown>;
  onState(state: MicrophoneState): void;
  clock: Clock;
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
 * the microphone is shown as live. So muting silences the track first and tells the server a little later;
 * going live tells the server first, and enables the track only if that is still what is wanted.
 */
export class MicrophoneSender {
  readonly #options: MicrophoneSenderOptions;
  readonly #line = new SerialLine();
  /** Those whose tracks are in our hands; each gets its track back enabled when it is let go. */
  readonly #held = new Set<Microphone>();
  #wanted: Wanted = { state: 'off', microphone: undefined };
  #shown: MicrophoneState = 'off';
  #sending: Sending | undefined;
  /** Since when nothing but silence has been sent, by the clock. */
  #silentSinceMs = Number.NEGATIVE_INFINITY;
  #endWait: () => void = () => {};
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
    // One that is gone can still be muted: it was sent before.
    const gone =
      change.state === 'muted' && microphone !== undefined && microphone === this.#sending?.microphone;
    if (change.state !== 'off' && !gone) checkUsable(microphone);
    this.#want({ state: change.state, microphone });
    await this.#line.run(() => this.#reach());
  }

  /** Lets go of the microphone. */
  close(): void {
    this.#closed = true;
    this.#stopWatching();
    this.#sending = undefined;
    this.#wanted = { state: 'off', microphone: undefined };
    this.#endWait();
    this.#release();
  }

  /** The part of a change that must not wait. */
  #want(wanted: Wanted): void {
    const { microphone } = wanted;
    if (microphone && microphone !== this.#wanted.microphone) this.#watch(microphone);
    this.#wanted = wanted;
    this.#endWait();
    if (wanted.state === 'live') {
      const sounds = this.#shown === 'live' && microphone === this.#sending?.microphone;
      if (microphone && !sounds) this.#silence(microphone);
      if (this.#shown === 'off') this.#show('muted');
    } else {
      if (this.#shown === 'live') this.#silentSinceMs = this.#options.clock.nowMs();
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
      if (wanted === this.#wanted) this.#want({ ...wanted, state: this.#sending ? 'muted' : 'off' });
      throw mediaError(cause);
    } finally {
      this.#release();
    }
  }

  async #stop(): Promise<void> {
    const sending = this.#sending;
    this.#sending = undefined;
    if (sending) await this.#end(sending);
  }

  async #send(microphone: Microphone, wanted: Wanted): Promise<void> {
    const paused = wanted.state !== 'live';
    const before = this.#sending;
    if (!before || renewsEncoding(before.microphone, microphone)) {
      const sent = await this.#options.send(microphone.track, { paused, encoding: encodingOf(microphone) });
      if (this.#closed) return;
      this.#sending = { sent, microphone, paused };
      this.#goLive(microphone, wanted);
      // Stereo and DTX are agreed on when a stream begins: the new one sounds before the old one ends.
      if (before) await this.#end(before);
    } else {
      await this.#switchTo(microphone, before);
      await this.#pause(wanted, before);
      this.#goLive(microphone, wanted);
    }
  }

  /** Unless somebody muted, or left, while the server was asked. */
  #goLive(microphone: Microphone, wanted: Wanted): void {
    if (wanted !== this.#wanted || this.#closed || wanted.state !== 'live') return;
    microphone.track.enabled = true;
    this.#show('live');
  }

  async #end({ sent }: Sending): Promise<void> {
    sent.close();
    await this.#options.closeProducer(sent.id);
  }

  async #switchTo(microphone: Microphone, sending: Sending): Promise<void> {
    if (microphone === sending.microphone) return;
    const { maxBitrateBps } = encodingOf(microphone);
    if (maxBitrateBps !== encodingOf(sending.microphone).maxBitrateBps) {
      await sending.sent.setMaxBitrate(maxBitrateBps);
    }
    await sending.sent.replaceTrack(microphone.track);
    sending.microphone = microphone;
  }

  async #pause(wanted: Wanted, sending: Sending): Promise<void> {
    const paused = wanted.state !== 'live';
    if (paused === sending.paused) return;
    if (paused) await this.#silenceSent();
    // Whoever is live again, or has left, was never muted as far as the server is concerned.
    if (wanted !== this.#wanted) return;
    sending.paused = undefined;
    await this.#options.setPaused(sending.sent.id, paused);
    sending.paused = paused;
  }

  /** Resolves when enough silence has been sent, or when a newer change or the end leaves no use for it. */
  async #silenceSent(): Promise<void> {
    const { clock } = this.#options;
    const missingMs = this.#silentSinceMs + silenceBeforePauseMs - clock.nowMs();
    if (missingMs <= 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = clock.after(missingMs, resolve);
    this.#endWait = () => {
      cancel();
      resolve();
    };
    await promise;
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

function encodingOf({ encoding = voiceEncoding }: Microphone): MicrophoneEncoding {
  return encoding;
}

function renewsEncoding(before: Microphone, after: Microphone): boolean {
  const [one, other] = [encodingOf(before), encodingOf(after)];
  return one.stereo !== other.stereo || one.dtx !== other.dtx;
}

function checkUsable(microphone: Microphone | undefined): asserts microphone {
  if (!microphone) throw new RpcError('wrong_state', { detail: 'there is no microphone yet' });
  if (microphone.track.readyState === 'ended') {
    throw new RpcError('wrong_state', { detail: 'the microphone is gone' });
  }
}
