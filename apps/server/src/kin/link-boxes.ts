import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits, RpcError } from '@earshot/protocol';

export const linkSlots = ['ask', 'reply'] as const;
export type LinkSlot = (typeof linkSlots)[number];

/** More than a page that was loaded again, and its forgotten questions. */
const waitersPerSlot = 3;

interface Slot {
  sealed: string | undefined;
  readonly waiting: Set<() => void>;
}

interface Box extends Readonly<Record<LinkSlot, Slot>> {
  readonly cancel: CancelTimer;
}

/**
 * Where two devices meet that want to be linked: each leaves one sealed letter for the other. They lie in
 * memory, for `limits.linkBoxMs`, and what is in them nobody here can read.
 */
export class LinkBoxes {
  readonly #clock: Clock;
  readonly #boxes = new Map<string, Box>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#boxes.size;
  }

  /** @throws RpcError `wrong_state` where it is open already, `server_full` */
  open(id: string): void {
    if (this.#boxes.has(id)) throw new RpcError('wrong_state');
    if (this.#boxes.size >= limits.linkBoxes) throw new RpcError('server_full');
    const cancel = this.#clock.after(limits.linkBoxMs, () => this.remove(id));
    this.#boxes.set(id, { ask: emptySlot(), reply: emptySlot(), cancel });
  }

  /** @throws RpcError `not_found` without such a box, `wrong_state` where something lies there */
  leave(id: string, slot: LinkSlot, sealed: string): void {
    const place = this.#box(id)[slot];
    if (place.sealed !== undefined) throw new RpcError('wrong_state');
    place.sealed = sealed;
    wake(place);
  }

  /**
   * Waits for what is left there; undefined where that is nothing for `limits.linkWaitMs`, or until `signal`.
   * Whoever takes the reply takes the box with it.
   * @throws RpcError `not_found` without such a box, also where it goes meanwhile
   */
  async take(id: string, slot: LinkSlot, signal: AbortSignal): Promise<string | undefined> {
    const place = this.#box(id)[slot];
    if (place.sealed === undefined) await this.#change(place, signal);
    if (signal.aborted) return undefined;
    const { sealed } = this.#box(id)[slot];
    if (sealed !== undefined && slot === 'reply') this.remove(id);
    return sealed;
  }

  /** Harmless where there is none. */
  remove(id: string): void {
    const box = this.#boxes.get(id);
    if (!box) return;
    this.#boxes.delete(id);
    box.cancel();
    for (const slot of linkSlots) wake(box[slot]);
  }

  close(): void {
    for (const id of [...this.#boxes.keys()]) this.remove(id);
  }

  #box(id: string): Box {
    const box = this.#boxes.get(id);
    if (!box) throw new RpcError('not_found');
    return box;
  }

  #change({ waiting }: Slot, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wakeUp = () => {
        waiting.delete(wakeUp);
        cancel();
        signal.removeEventListener('abort', wakeUp);
        resolve();
      };
      const cancel = this.#clock.after(limits.linkWaitMs, wakeUp);
      signal.addEventListener('abort', wakeUp);
      waiting.add(wakeUp);
      if (waiting.size > waitersPerSlot) waiting.values().next().value?.();
    });
  }
}

const emptySlot = (): Slot => ({ sealed: undefined, waiting: new Set() });

function wake({ waiting }: Slot): void {
  for (const wakeUp of [...waiting]) wakeUp();
}
