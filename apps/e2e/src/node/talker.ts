import { joinRoom, type Room } from '@earshot/client';
import { MicrophoneControl, type MicrophoneEvent } from '@earshot/client/microphone';
import { nodeEngine, PcmMicrophone, play, tone } from '@earshot/client/node';

/** A person as far as their microphone goes: devices and rooms come and go, and each device sings the tone. */
export class Talker {
  readonly control = new MicrophoneControl();
  room: Room | undefined;
  readonly #address: { server: string; room: string };
  readonly #hz: number;
  readonly #singing = new AbortController();
  #microphone: PcmMicrophone | undefined;

  constructor({ hz, ...address }: { server: string; room: string; hz: number }) {
    this.#address = address;
    this.#hz = hz;
  }

  /** What the person and those around see of the microphone. */
  get shown(): 'off' | 'muted' | 'live' {
    const { room } = this;
    return room?.snapshot.status.at === 'joined' ? room.snapshot.self.microphone : 'off';
  }

  get sentTrackEnabled(): boolean {
    return this.#microphone?.track.enabled === true && this.#microphone.track.readyState === 'live';
  }

  /** Resolves when the room has followed; a refusal shows in the state, as it does to people. */
  async live(event: MicrophoneEvent): Promise<void> {
    if (event.type === 'linkLost') return this.room?.leave();
    if (event.type === 'linkBack') return this.#join();
    if (event.type === 'deviceGiven') return this.control.give(this.#another()).catch(() => {});
    if (event.type === 'deviceLost') this.#microphone?.close();
    await this.control.take(event).catch(() => {});
  }

  /** Packets that have left for the server in all rooms of now. */
  async packetsSent(): Promise<number> {
    const report = (await this.room?.getStats())?.send;
    const streams = [...(report?.values() ?? [])].filter(({ type }) => type === 'outbound-rtp');
    return streams.reduce((sum, { packetsSent }) => sum + packetsSent, 0);
  }

  async close(): Promise<void> {
    this.#singing.abort();
    await this.room?.leave();
    this.#microphone?.close();
  }

  async #join(): Promise<void> {
    if (this.room?.snapshot.status.at === 'joined') return;
    this.room = await joinRoom({ ...this.#address, name: 'talker', engine: nodeEngine() });
    await this.control.attach(this.room, 'off').catch(() => {});
  }

  #another(): PcmMicrophone {
    const before = this.#microphone;
    const microphone = new PcmMicrophone();
    this.#microphone = microphone;
    const sound = tone({ frequencyHz: this.#hz, durationMs: 1_000 });
    void play(sound, microphone, { loop: true, signal: this.#singing.signal });
    // The one before goes on until this one has taken over, as a desk does it.
    setTimeout(() => before?.close(), 500).unref();
    return microphone;
  }
}
