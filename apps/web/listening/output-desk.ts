import { readStored, writeStored } from '../ui/stored.ts';
import {
  type Output,
  type OutputEvent,
  type OutputState,
  readOutput,
  sinkOf,
  stepOutput,
} from './output-state.ts';

const storedKey = 'earshot.output';

export interface OutputDeskOptions {
  /** Whether pages may choose in this browser. */
  canChoose: boolean;
  /** Where the sound of rooms goes. Empty is the system's. */
  use(sinkId: string): void;
}

/** Keeps the sound of this page where the person wants it, as devices come and go. */
export class OutputDesk {
  readonly canChoose: boolean;
  readonly #use: OutputDeskOptions['use'];
  readonly #listeners = new Set<() => void>();
  #state: OutputState;
  #outputs: readonly Output[] = [];

  constructor({ canChoose, use }: OutputDeskOptions) {
    this.canChoose = canChoose;
    this.#use = use;
    const wanted = canChoose ? readOutput(readStored(storedKey)) : undefined;
    this.#state = wanted ? { at: 'away', output: wanted } : { at: 'system' };
    if (!canChoose) return;
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.look());
    void this.look();
  }

  get state(): OutputState {
    return this.#state;
  }

  /** What is plugged in; empty until a microphone was allowed once. */
  get outputs(): readonly Output[] {
    return this.#outputs;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  pick(output: Output | undefined): void {
    writeStored(storedKey, output ? JSON.stringify(output) : '');
    this.#send({ type: 'picked', output });
  }

  /** Looks again what is plugged in; browsers show more once a microphone is allowed. */
  async look(): Promise<void> {
    const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    const outputs = devices
      .filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '' && deviceId !== 'default')
      .map(({ deviceId, label }) => ({ deviceId, label }));
    if (JSON.stringify(outputs) !== JSON.stringify(this.#outputs)) this.#outputs = outputs;
    this.#send({ type: 'listed', outputs });
  }

  /** Lets the browser ask, where it does so itself (Firefox); a click must stand behind it. */
  async ask(): Promise<void> {
    const { mediaDevices } = navigator as { mediaDevices: AskingDevices };
    const chosen = await mediaDevices.selectAudioOutput?.().catch(() => undefined);
    if (chosen) this.pick({ deviceId: chosen.deviceId, label: chosen.label });
  }

  get canAsk(): boolean {
    return this.canChoose && 'selectAudioOutput' in (navigator.mediaDevices ?? {});
  }

  #send(event: OutputEvent): void {
    const before = sinkOf(this.#state);
    this.#state = stepOutput(this.#state, event);
    const after = sinkOf(this.#state);
    if (after !== before) this.#use(after);
    for (const listener of this.#listeners) listener();
  }
}

interface AskingDevices {
  selectAudioOutput?(): Promise<{ deviceId: string; label: string }>;
}
