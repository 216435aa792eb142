import type { EnteringStep } from '@earshot/client';
import type { ClosedRoom } from '@earshot/client/private';
import { type EntryProblem, entryRefusal, type PrivateProblem } from '../room/entry-problem.ts';
import { nameRoom } from '../room/room-label.ts';
import { heldSecret, holdSecret } from '../room/room-secrets.ts';

/** Where one stands before a private room. */
export type DoorState =
  | { readonly at: 'knocking' }
  | DoorAsking
  | DoorUnlocking
  /** Nothing that anybody could type would help. */
  | DoorStopped;

export interface DoorAsking {
  readonly at: 'asking';
  readonly closed: ClosedRoom;
  /** Why what was given last did not open it. */
  readonly refusal?: Refusal;
}

export interface DoorUnlocking {
  readonly at: 'unlocking';
  readonly closed: ClosedRoom;
  readonly step: EnteringStep;
}

export interface DoorStopped {
  readonly at: 'stopped';
  readonly problem: EntryProblem | PrivateProblem;
  readonly waitMs?: number | undefined;
}

export interface Answer {
  readonly password: string;
  readonly linkKey: Uint8Array | undefined;
}

export interface Refusal {
  readonly problem: EntryProblem | PrivateProblem;
  /** Before this moment, in milliseconds since the Unix epoch, nothing else is heard. */
  readonly untilMs?: number;
  /** What was refused: of another answer it says nothing. */
  readonly answer: Answer;
}

interface DoorOptions {
  room: string;
  /** Looks at the room's record. */
  look(signal: AbortSignal): Promise<ClosedRoom>;
}

/** What neither another password nor another try a moment later mends. */
const final: ReadonlySet<EntryProblem | PrivateProblem> = new Set([
  'record_tampered',
  'epoch_rolled_back',
  'too_much_work',
  'encryption_unsupported',
  'not_found',
  'barred',
]);

/**
 * Looks at the room's record, and has the server say whether what one has opens it. What does is held for this page,
 * which then goes on by itself. Nothing here ever rejects.
 */
export class Door {
  readonly #options: DoorOptions;
  readonly #listeners = new Set<() => void>();
  #state: DoorState = { at: 'knocking' };
  /** Only one thing is under way at a time. */
  #attempt = new AbortController();

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  get state(): DoorState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param refusal Is told where it goes on to ask */
  async knock(refusal?: Refusal): Promise<void> {
    const { signal } = this.#begin();
    this.#set({ at: 'knocking' });
    try {
      const closed = await this.#options.look(signal);
      if (signal.aborted) return;
      this.#set({ at: 'asking', closed, ...(refusal && { refusal }) });
      // Whoever has the whole link is asked nothing.
      if (closed.mode === 'link' && this.#linkKey) await this.unlock('');
    } catch (error) {
      if (!signal.aborted) this.#set({ at: 'stopped', ...entryRefusal(error) });
    }
  }

  async unlock(password: string): Promise<void> {
    if (this.#state.at !== 'asking') return;
    const { closed } = this.#state;
    const { room } = this.#options;
    const { signal } = this.#begin();
    const linkKey = this.#linkKey;
    const onEntering = (step: EnteringStep) => {
      if (!signal.aborted) this.#set({ at: 'unlocking', closed, step });
    };
    onEntering({ at: 'reading' });
    try {
      const meta = await closed.unlock({ password, ...(linkKey && { linkKey }) }, { signal, onEntering });
      if (signal.aborted) return;
      if (meta) nameRoom(room, meta.name, meta.topic);
      const { mode } = closed;
      holdSecret(room, { mode, opened: true, ...(mode !== 'link' && { password }) });
    } catch (error) {
      if (!signal.aborted) await this.#refused(error, { closed, answer: { password, linkKey } });
    }
  }

  /** Leaves it at what was given. */
  cancel(): void {
    this.#attempt.abort();
    if (this.#state.at === 'unlocking') this.#set({ at: 'asking', closed: this.#state.closed });
  }

  close(): void {
    this.#attempt.abort();
  }

  get #linkKey(): Uint8Array | undefined {
    const { linkKey } = heldSecret(this.#options.room);
    return linkKey === 'broken' ? undefined : linkKey;
  }

  async #refused(error: unknown, { closed, answer }: { closed: ClosedRoom; answer: Answer }): Promise<void> {
    const { problem, waitMs } = entryRefusal(error);
    // It takes something else than when one knocked: what that is, its record says.
    if (problem === 'no_password' || problem === 'no_link_key')
      return this.knock({ problem: 'secret_changed', answer });
    if (final.has(problem)) return this.#set({ at: 'stopped', problem, waitMs });
    const untilMs = waitMs === undefined ? undefined : Date.now() + waitMs;
    const refusal = { problem, answer, ...(untilMs !== undefined && { untilMs }) };
    this.#set({ at: 'asking', closed, refusal });
  }

  #begin(): AbortController {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    return this.#attempt;
  }

  #set(state: DoorState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
