import type { Microphone, Room } from '@earshot/client';
import { MicrophoneControl, type MicrophoneEvent, type MicrophoneMachine } from '@earshot/client/microphone';
import type { MicrophoneDesk } from '../devices/microphone-desk.ts';
import type { Sends } from './comeback.ts';
import type { Entrance } from './visit-state.ts';

interface VisitMicrophoneOptions {
  desk: MicrophoneDesk;
  /** The room did not take what nobody waits for. */
  onRefused(): void;
}

/** What the person wants of the microphone, through devices and rooms: the desk's devices, and one control. */
export class VisitMicrophone {
  readonly #control = new MicrophoneControl();
  readonly #onRefused: () => void;

  constructor({ desk, onRefused }: VisitMicrophoneOptions) {
    this.#onRefused = onRefused;
    desk.handOverTo((microphone) => this.#takeOver(microphone));
    desk.subscribe(() => this.#followDesk(desk));
  }

  get machine(): MicrophoneMachine {
    return this.#control.machine;
  }

  /** As one would go in now. */
  get entrance(): Entrance {
    const { source, talk } = this.machine;
    if (source === 'none') return 'listening';
    return talk.on ? 'live' : 'muted';
  }

  /** What joining a room with this microphone begins with. */
  sends(microphone: Microphone | undefined): Sends {
    return microphone ? { microphone, muted: !this.machine.talk.on } : {};
  }

  /** @throws RpcError as `MicrophoneControl` does */
  give(microphone: Microphone): Promise<void> {
    return this.#control.give(microphone);
  }

  /** @throws RpcError as `MicrophoneControl` does */
  take(event: MicrophoneEvent): Promise<void> {
    return this.#control.take(event);
  }

  /** As `take`, but never rejects. */
  async tell(event: MicrophoneEvent): Promise<void> {
    await this.take(event).catch(this.#onRefused);
  }

  /** A room that was joined with what `sends` said. */
  attach(room: Room, sends: Sends): void {
    const told = sends.microphone ? (sends.muted ? 'muted' : 'live') : 'off';
    this.#control.attach(room, told, sends.microphone).catch(this.#onRefused);
  }

  /** A microphone that is gone is not shown as if it were there. */
  #followDesk({ state }: MicrophoneDesk): void {
    if (state.at === 'replacing') void this.tell({ type: 'deviceLost' });
    if (state.at !== 'refused') return;
    void this.tell({ type: state.problem === 'denied' ? 'permissionLost' : 'deviceMissing' });
  }

  /** Another device: it goes on as the one before. Who only listens tries it out and sends nothing. */
  async #takeOver(microphone: Microphone): Promise<void> {
    if (this.machine.source === 'none') return;
    await this.give(microphone).catch(this.#onRefused);
  }
}
