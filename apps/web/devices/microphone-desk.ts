import type { BrowserMicrophone } from '@earshot/client/browser';
import {
  type Device,
  findPreferred,
  labelOfDefault,
  moveAfter,
  type PreferredDevice,
  plainLabel,
} from './device-choice.ts';
import { type MicrophoneProblem, microphoneProblem } from './microphone-problem.ts';
import type { DeviceNews, MicrophoneState } from './microphone-state.ts';

export interface DeskOptions {
  /**
   * A device that is not here any more gives the system's choice.
   * @throws CaptureError
   */
  open(options: { deviceId: string; current?: BrowserMicrophone | undefined }): Promise<BrowserMicrophone>;
  devices: { list(): Promise<readonly Device[]>; onChange(listener: () => void): () => void };
  /** The device chosen last time. */
  preferred: { read(): PreferredDevice; write(device: PreferredDevice): void };
  /** Whether the browser would still give a microphone without asking. */
  mayUse(): Promise<boolean>;
  /** Waits before a device that has just connected is tried once more. */
  pause(ms: number): Promise<void>;
}

/** A headset that has just connected is listed some time before it can be opened. */
const openTries = 4;
const openAgainMs = 1_000;

/**
 * The one microphone of this page. It is captured once and used by the lobby's meter and by the room;
 * pickers and meters never capture again. Devices that vanish are replaced, and come back when they can.
 */
export class MicrophoneDesk {
  readonly #options: DeskOptions;
  readonly #listeners = new Set<() => void>();
  #state: MicrophoneState = { at: 'closed' };
  #news: DeviceNews | undefined;
  #handOver: (next: BrowserMicrophone) => Promise<void> = async () => {};
  #opening: Promise<BrowserMicrophone | undefined> | undefined;
  #stopWatching: (() => void) | undefined;
  #defaultWas = '';
  /** Grows when what is being opened is no longer wanted. */
  #era = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  get state(): MicrophoneState {
    return this.#state;
  }

  get news(): DeviceNews | undefined {
    return this.#news;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Who speaks through it: is given each microphone that takes over, while the one before goes on. */
  handOverTo(handOver: (next: BrowserMicrophone) => Promise<void>): void {
    this.#handOver = handOver;
  }

  /** The open microphone, asking for it where it is not open yet. Undefined when refused: see `state`. */
  open(): Promise<BrowserMicrophone | undefined> {
    if (this.#state.at === 'open') return Promise.resolve(this.#state.microphone);
    if (this.#opening) return this.#opening;
    const opening = this.#open().finally(() => {
      if (this.#opening === opening) this.#opening = undefined;
    });
    this.#opening = opening;
    return opening;
  }

  /**
   * Takes another device. The old one goes on until the new one has been handed over, so that nobody is cut
   * off in mid-word, and stays where the new one cannot be opened. Of several changes under way the newest
   * wins.
   */
  async change(deviceId: string): Promise<void> {
    const { preferred } = this.#options;
    const chosen = deviceId === 'default' ? '' : deviceId;
    preferred.write({ deviceId: chosen, label: '' });
    this.#tell(undefined);
    if (this.#state.at !== 'open') return void (await this.open());
    const next = await this.#replace(chosen);
    if (next && chosen !== '') preferred.write({ deviceId: chosen, label: next.label });
  }

  /** Opens the same device as it is to sound now. */
  async retune(): Promise<void> {
    if (this.#state.at !== 'open') return;
    const { microphone } = this.#state;
    const deviceId = microphone.deviceId === 'default' ? '' : microphone.deviceId;
    await this.#replace(deviceId, { current: microphone });
  }

  /** The news have been read. */
  dismissNews(): void {
    this.#tell(undefined);
  }

  /** Says beforehand what opening would run into. */
  refuse(problem: MicrophoneProblem): void {
    this.#set({ at: 'refused', problem });
  }

  /** Lets go of the microphone, and of one that is being opened. */
  close(): void {
    this.#era += 1;
    this.#opening = undefined;
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#news = undefined;
    if (this.#state.at === 'open') this.#state.microphone.close();
    if (this.#state.at !== 'closed') this.#set({ at: 'closed' });
  }

  async #open(): Promise<BrowserMicrophone | undefined> {
    const era = ++this.#era;
    this.#set({ at: 'opening' });
    try {
      const preferred = this.#options.preferred.read();
      const microphone = await this.#options.open({ deviceId: preferred.deviceId });
      if (era !== this.#era) microphone.close();
      else {
        this.#take(microphone);
        if (preferred.deviceId === microphone.deviceId) this.#rememberLabel(microphone);
        return microphone;
      }
    } catch (error) {
      if (era === this.#era) this.refuse(microphoneProblem(error));
    }
    return undefined;
  }

  /** @returns the one that took over, if one did. */
  async #replace(
    deviceId: string,
    { current, news }: { current?: BrowserMicrophone; news?: Omit<DeviceNews, 'now'> } = {},
  ): Promise<BrowserMicrophone | undefined> {
    const era = ++this.#era;
    let next: BrowserMicrophone;
    try {
      next = await this.#options.open({ deviceId, current });
    } catch (error) {
      if (era !== this.#era) return undefined;
      const problem = microphoneProblem(error);
      if (this.#state.at === 'open') this.#set({ ...this.#state, problem });
      else this.refuse(problem === 'denied' ? 'denied' : 'lost');
      return undefined;
    }
    if (era !== this.#era) {
      next.close();
      return undefined;
    }
    const replaced = this.#state.at === 'open' ? this.#state.microphone : undefined;
    this.#news = news ? { ...news, now: plainLabel(next.label) } : this.#news;
    this.#take(next);
    await this.#handOver(next).finally(() => replaced?.close());
    return next;
  }

  #take(microphone: BrowserMicrophone): void {
    this.#stopWatching ??= this.#options.devices.onChange(() => void this.#lookAround({ missing: true }));
    void this.#noteDefault();
    this.#set({ at: 'open', microphone });
    const stop = microphone.onEnded(() => {
      stop();
      if (this.#state.at === 'open' && this.#state.microphone === microphone) void this.#lost(microphone);
    });
  }

  /** The microphone in use is gone. Goes on with the system's choice, unless the person took it away. */
  async #lost(microphone: BrowserMicrophone): Promise<void> {
    const era = ++this.#era;
    this.#set({ at: 'replacing' });
    microphone.close();
    const mayUse = await this.#options.mayUse();
    if (era !== this.#era) return;
    if (!mayUse) return this.refuse('denied');
    await this.#replace('', { news: { what: 'fell_back', gone: plainLabel(microphone.label) } });
    // A headset that only connected anew may be there again by now.
    await this.#lookAround({ missing: false });
  }

  /** Devices came or went; `missing`: the one in use may be among those that went. */
  async #lookAround({ missing }: { missing: boolean }): Promise<void> {
    const era = this.#era;
    const devices = await this.#options.devices.list().catch(() => []);
    if (era !== this.#era) return;
    const preferred = this.#options.preferred.read();
    if (this.#state.at === 'refused') return this.#recover(devices);
    if (this.#state.at !== 'open') return;
    const { microphone } = this.#state;
    const move = moveAfter({ preferred, current: microphone, devices, defaultWas: this.#defaultWas });
    const gone = plainLabel(microphone.label);
    if (move.to === 'another' && missing) await this.#lost(microphone);
    if (move.to === 'new_default') await this.#replace('', { news: { what: 'new_default', gone } });
    if (move.to === 'preferred') await this.#comeBackTo(move.device, gone);
  }

  async #comeBackTo(device: Device, gone: string): Promise<void> {
    for (let tries = 1; tries <= openTries; tries += 1) {
      const next = await this.#replace(device.deviceId, { news: { what: 'came_back', gone } });
      if (next) {
        this.#options.preferred.write({ deviceId: device.deviceId, label: device.label });
        return;
      }
      const era = this.#era;
      await this.#options.pause(openAgainMs);
      if (era !== this.#era) return;
    }
  }

  /** There was nothing to speak into, and now there is something. Muted people stay muted. */
  async #recover(devices: readonly Device[]): Promise<void> {
    const lacks = this.#state.at === 'refused' && ['lost', 'none'].includes(this.#state.problem);
    const some = devices.some(({ deviceId }) => deviceId !== '');
    if (!lacks || !some || !(await this.#options.mayUse())) return;
    if (this.#state.at !== 'refused') return;
    const device = findPreferred(this.#options.preferred.read(), devices);
    await this.#replace(device?.deviceId ?? '', { news: { what: 'came_back', gone: '' } });
  }

  async #noteDefault(): Promise<void> {
    this.#defaultWas = labelOfDefault(await this.#options.devices.list().catch(() => []));
  }

  #rememberLabel({ deviceId, label }: Device): void {
    this.#options.preferred.write({ deviceId, label });
  }

  #tell(news: DeviceNews | undefined): void {
    if (news === this.#news) return;
    this.#news = news;
    this.#set(this.#state);
  }

  #set(state: MicrophoneState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
