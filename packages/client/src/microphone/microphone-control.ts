import type { MicrophoneState } from '@earshot/protocol';
import type { Microphone } from '../engine.ts';
import type { Room } from '../room.ts';
import { floorEvents, floorOf } from './floor.ts';
import {
  type Floor,
  firstMicrophone,
  type MicrophoneEvent,
  type MicrophoneMachine,
  step,
  wanted,
} from './microphone-machine.ts';

type Stage = Pick<Room, 'setMicrophone' | 'snapshot' | 'subscribe'>;

/** What a room was told last. */
interface Told {
  readonly state: MicrophoneState;
  readonly microphone: Microphone | undefined;
}

/**
 * One person's microphone through all that happens to it: devices, rooms, keys and moderators come and go,
 * and what the person wants stays here. The effects around `step`: it tells the room whatever is new.
 */
export class MicrophoneControl {
  readonly #listeners = new Set<() => void>();
  #machine = firstMicrophone;
  #microphone: Microphone | undefined;
  #stage: Stage | undefined;
  #told: Told = { state: 'off', microphone: undefined };
  /** As the rooms have said it. */
  #floor: Floor = 'free';
  #leaveStage: () => void = () => {};

  get machine(): MicrophoneMachine {
    return this.#machine;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Something happened. Silence begins before this returns; it resolves when the room has followed.
   * @throws RpcError as `Room.setMicrophone` does; the microphone is then muted.
   */
  take(event: MicrophoneEvent): Promise<void> {
    this.#send(event);
    return this.#follow();
  }

  /** A microphone to speak into from now on, as the person left the one before. @throws as `take` does. */
  give(microphone: Microphone): Promise<void> {
    this.#microphone = microphone;
    return this.take({ type: 'deviceGiven' });
  }

  /**
   * A room that was joined. `told` is what joining said of the `microphone` it was given: whatever happened
   * since then, another device too, is made up for. @throws as `take` does.
   */
  async attach(stage: Stage, told: MicrophoneState, microphone = this.#microphone): Promise<void> {
    this.detach();
    this.#stage = stage;
    const state = allowed(told, floorOf(stage.snapshot.self));
    this.#told = { state, microphone: state === 'off' ? undefined : microphone };
    let failed = false;
    const watch = () => {
      const { status, self, microphoneError } = stage.snapshot;
      if (status.at === 'ended') return this.detach();
      this.#followFloor(floorOf(self));
      if (microphoneError && !failed) this.#refused();
      failed = microphoneError !== undefined;
    };
    this.#leaveStage = stage.subscribe(watch);
    watch();
    if (this.#stage === stage) await this.take({ type: 'linkBack' });
  }

  /** The room is over, for now or for good. */
  detach(): void {
    this.#leaveStage();
    this.#leaveStage = () => {};
    this.#stage = undefined;
    this.#send({ type: 'linkLost' });
  }

  /** What the room refuses now is shown by the room itself. */
  #followFloor(floor: Floor): void {
    if (floor === this.#floor) return;
    this.#floor = floor;
    this.take(floorEvents[floor]).catch(() => {});
  }

  async #follow(): Promise<void> {
    const stage = this.#stage;
    const state = wanted(this.#machine);
    const microphone = state === 'off' ? this.#told.microphone : this.#microphone;
    const { state: before, microphone: last } = this.#told;
    if (!stage || (state === before && microphone === last)) return;
    const told: Told = { state, microphone };
    this.#told = told;
    try {
      await stage.setMicrophone(state === 'off' ? { state } : { state, ...(microphone && { microphone }) });
    } catch (error) {
      // The newest wish counts. What was not told for certain is told again with the next one.
      if (this.#told === told) this.#refused();
      throw error;
    }
  }

  /** Muted, and the room has nothing: the next wish is told it anew. */
  #refused(): void {
    this.#told = { state: 'off', microphone: undefined };
    this.#send({ type: 'refused' });
  }

  #send(event: MicrophoneEvent): void {
    const next = step(this.#machine, event);
    if (next === this.#machine) return;
    this.#machine = next;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** What joining has come to: a room takes no more than one may send. */
function allowed(told: MicrophoneState, floor: Floor): MicrophoneState {
  if (floor === 'listening') return 'off';
  return floor === 'withheld' && told === 'live' ? 'muted' : told;
}
