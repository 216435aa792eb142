import { Emitter } from '@earshot/lifetime';
import { Booster } from './booster.ts';

/** Where all sound of a page comes out. */
export class Loudspeakers {
  readonly booster = new Booster();
  readonly #events = new Emitter<{ sink: [] }>();
  #sinkId = '';

  /** The device that is used; empty is the system's default. */
  get sinkId(): string {
    return this.#sinkId;
  }

  onSink(listener: () => void): () => void {
    return this.#events.on('sink', listener);
  }

  /** Plays everything there, what comes later too. */
  use(sinkId: string): void {
    if (sinkId === this.#sinkId) return;
    this.#sinkId = sinkId;
    this.booster.setSink(sinkId);
    this.#events.emit('sink');
  }
}

/** Whether pages can choose the loudspeaker in this browser; where not, the system decides. */
export function canChooseLoudspeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype;
}
