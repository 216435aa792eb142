import type { EnteringStep, JoinOptions, Microphone, Room, RoomEnd } from '@earshot/client';
import type { TalkMode } from '@earshot/client/microphone';
import type { MicrophoneDesk } from '../devices/microphone-desk.ts';
import { type Came, Comeback, type Sends, type Try } from './comeback.ts';
import { entryRefusal, isPassing } from './entry-problem.ts';
import { Farewell } from './farewell.ts';
import { VisitMicrophone } from './visit-microphone.ts';
import { arriving, type Entrance, leftEnd, step, type VisitEvent, type VisitState } from './visit-state.ts';
import { workingFor } from './working-for.ts';

export interface VisitOptions {
  desk: MicrophoneDesk;
  /** Joins with the browser's engine, at the server this page talks to. */
  join(options: Omit<JoinOptions, 'server' | 'engine'>): Promise<Room>;
}

/** Sound that breaks once more so soon after coming back would break again and again. */
const soonAgainMs = 60_000;

/** Owns the room of this page, from setting out to the end. The effects around `step`. */
export class Visit {
  readonly #options: VisitOptions;
  readonly #listeners = new Set<() => void>();
  readonly #farewell = new Farewell();
  #state: VisitState = arriving;
  #attempt: AbortController | undefined;
  #comeback: Comeback<Came> | undefined;
  /** The room one hung up in, while it is still told something: there is no way back into it. */
  #left: Room | undefined;
  #cameBackAtMs = Number.NEGATIVE_INFINITY;
  #address = { room: '', name: '' };
  readonly #microphone: VisitMicrophone;

  constructor(options: VisitOptions) {
    this.#options = options;
    const onRefused = () => this.#send({ type: 'switch_refused' });
    this.#microphone = new VisitMicrophone({ desk: options.desk, onRefused });
  }

  get state(): VisitState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes in. Never rejects: what stood in the way is in `state`. */
  async enter({ room, name, entrance }: { room: string; name: string; entrance: Entrance }): Promise<void> {
    if (this.#attempt || this.#state.at === 'inside' || this.#state.at === 'returning') return;
    const attempt = new AbortController();
    this.#attempt = attempt;
    this.#address = { room, name };
    this.#send({ type: 'set_out', entrance });
    try {
      const microphone = await this.#microphoneFor(entrance);
      if (attempt.signal.aborted) return;
      if (entrance !== 'listening' && !microphone) return this.#send({ type: 'microphone_refused' });
      this.#send({ type: 'microphone_ready' });
      if (microphone) void this.#microphone.give(microphone);
      void this.#microphone.take({ type: 'entered', as: entrance });
      const { signal } = attempt;
      const sends = this.#microphone.sends(microphone);
      const onPuzzle = workingFor((on) => this.#send({ type: 'working', on }));
      const onEntering = (step: EnteringStep) => this.#send({ type: 'entering', step });
      const joined = await this.#options.join({ room, name, signal, onPuzzle, onEntering, ...sends });
      if (signal.aborted) return void joined.leave();
      this.#goInside(joined, sends);
    } catch (error) {
      if (!attempt.signal.aborted) this.#send({ type: 'join_refused', ...entryRefusal(error) });
    } finally {
      if (this.#attempt === attempt) this.#attempt = undefined;
    }
  }

  /** Goes in again under the name of last time. */
  reenter(room: string, entrance: Entrance): Promise<void> {
    return this.enter({ ...this.#address, room, entrance });
  }

  /** What to be called the next time one goes in. */
  rename(name: string): void {
    this.#address = { ...this.#address, name };
  }

  /** Stays outside after all. */
  cancel(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
    if (this.#options.desk.state.at === 'opening') this.#options.desk.close();
    this.#send({ type: 'cancelled' });
  }

  /**
   * Mutes or unmutes; for a listener this is how to go live. Muting never waits for anything that is under
   * way. Never rejects.
   */
  async switchMicrophone(to: 'live' | 'muted'): Promise<void> {
    if (this.#state.at !== 'inside' || this.#state.room === this.#left) return;
    const { room, control } = this.#state;
    const opening = control === 'switching' && room.snapshot.self.microphone === 'off';
    if (opening && to === 'live') return;
    const type = to === 'live' ? 'unmutePressed' : 'mutePressed';
    await this.#whileSwitching(async () => {
      if (this.#microphone.machine.source === 'ready') return this.#microphone.take({ type });
      const microphone = await this.#options.desk.open();
      if (!microphone || !this.#isIn(room)) return;
      await Promise.all([this.#microphone.give(microphone), this.#microphone.take({ type })]);
    });
  }

  /** Mutes or unmutes. Where going live is still under way, at joining too, a press takes it back. */
  async toggleMute(): Promise<void> {
    if (this.#state.at !== 'inside') return;
    const { source, talk } = this.#microphone.machine;
    if (talk.by === 'hold' || source === 'none' || source === 'missing') return;
    await this.switchMicrophone(talk.on ? 'muted' : 'live');
  }

  /** After a microphone was lost or refused: as it was before, and never louder. */
  retryMicrophone(): Promise<void> {
    return this.switchMicrophone(this.#microphone.entrance === 'muted' ? 'muted' : 'live');
  }

  /** Takes another microphone, in the room as in the lobby. Never rejects. */
  async changeDevice(deviceId: string): Promise<void> {
    await this.#options.desk.change(deviceId);
  }

  /** Whether a press opens the microphone, or holding does. It is muted by the change. */
  setTalkMode(to: TalkMode): void {
    void this.#microphone.tell({ type: 'modeChanged', to });
  }

  /** The key or button of push-to-talk went down. */
  hold(): void {
    if (this.#state.at === 'inside' && !this.#isIn(this.#state.room)) return;
    void this.#microphone.tell({ type: 'held' });
  }

  /** It came up, or nobody can tell any more. */
  release(): void {
    void this.#microphone.tell({ type: 'released' });
  }

  /** Closes a microphone that was only tried out: whoever listens keeps none open. */
  letGoOfUnused(): void {
    if (this.#state.at !== 'inside' || this.#state.control === 'switching') return;
    if (this.#state.room.snapshot.self.microphone === 'off') this.#options.desk.close();
  }

  /**
   * Calls back when somebody leaves, while the room can still be told something; returns its undo. A promise
   * is waited for a moment, with the microphone off already.
   */
  readonly onLeaving = (listener: () => Promise<void> | undefined): (() => void) =>
    this.#farewell.on(listener);

  /** Leaves, or turns back at the door; the microphone is let go of. */
  leave(): void {
    this.cancel();
    this.#options.desk.close();
    if (this.#state.at === 'inside') void this.#leaveRoom(this.#state.room);
    if (this.#state.at !== 'returning') return;
    this.#comeback?.end();
    this.#send({ type: 'ended', end: leftEnd, was: this.#microphone.entrance });
  }

  async #leaveRoom(room: Room): Promise<void> {
    this.#left = room;
    const telling = this.#farewell.tell();
    if (telling) await telling;
    await room.leave();
  }

  /** The network or the page may have slept: looks at once whether the connection is still there. */
  checkConnection(): void {
    if (this.#state.at === 'inside') void this.#state.room.checkConnection();
    this.#comeback?.hurry();
  }

  async #microphoneFor(entrance: Entrance): Promise<Microphone | undefined> {
    if (entrance !== 'listening') return this.#options.desk.open();
    this.#options.desk.close();
    return undefined;
  }

  #goInside(room: Room, sends: Sends): void {
    this.#send({ type: 'joined', room });
    this.#microphone.attach(room, sends);
    const watch = () => {
      const { status } = room.snapshot;
      if (status.at === 'joined') return;
      stopWatching();
      this.#roomEnded(room, status.end);
    };
    const stopWatching = room.subscribe(watch);
    watch();
  }

  #roomEnded(room: Room, why: RoomEnd): void {
    const end = room === this.#left ? leftEnd : why;
    const again = end.reason === 'media_failed' && performance.now() - this.#cameBackAtMs < soonAgainMs;
    if (end.retryable && !again) return void this.#comeBack(room.returnToken, end);
    this.#options.desk.close();
    const byVote = end.reason === 'removed' && !room.snapshot.room.owned;
    this.#send({ type: 'ended', end, was: this.#microphone.entrance, byVote });
  }

  /** The microphone stays captured meanwhile, and is live again only if it was when the room was lost. */
  async #comeBack(returnToken: string, end: RoomEnd): Promise<void> {
    const entrance = this.#microphone.entrance;
    const comeback = new Comeback<Came>({ attempt: (signal) => this.#rejoin({ returnToken, signal }) });
    this.#comeback = comeback;
    this.#send({ type: 'lost', end, was: entrance });
    const outcome = await comeback.run();
    if (this.#comeback === comeback) this.#comeback = undefined;
    if (!outcome) return;
    if ('came' in outcome) {
      this.#cameBackAtMs = performance.now();
      return this.#goInside(outcome.came.room, outcome.came.sends);
    }
    this.#options.desk.close();
    const final = outcome.failed === 'for_good';
    const refusal = entryRefusal(outcome.why);
    this.#send({ type: 'gave_up', entry: final ? { at: 'refused', entrance, ...refusal } : { at: 'idle' } });
  }

  async #rejoin({ returnToken, signal }: { returnToken: string; signal: AbortSignal }): Promise<Try<Came>> {
    try {
      const microphone =
        this.#microphone.entrance === 'listening' ? undefined : await this.#options.desk.open();
      signal.throwIfAborted();
      if (microphone) void this.#microphone.give(microphone);
      const sends = this.#microphone.sends(microphone);
      const room = await this.#options.join({ ...this.#address, returning: returnToken, signal, ...sends });
      if (signal.aborted) void room.leave();
      return { came: { room, sends } };
    } catch (why) {
      return { failed: isPassing(why) ? 'for_now' : 'for_good', why };
    }
  }

  async #whileSwitching(change: () => Promise<void>): Promise<void> {
    this.#send({ type: 'switching' });
    try {
      await change();
      this.#send({ type: 'switched' });
    } catch {
      this.#send({ type: 'switch_refused' });
    }
  }

  #isIn(room: Room): boolean {
    return this.#state.at === 'inside' && this.#state.room === room && room !== this.#left;
  }

  #send(event: VisitEvent): void {
    const next = step(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
