import type { MediaSource } from '@earshot/protocol';
import type { FrameVault } from '../private/frame-vault.ts';

/**
 * Which number of a stream each sender has. The page says when one is done with: the frames of a sender do not come
 * to an end in every browser, neither with its track nor with its connection (Chromium's stay open for good).
 */
export class SenderStreams {
  readonly #vault: Pick<FrameVault, 'takeStream' | 'giveBackStream'>;
  readonly #streams = new Map<number, number>();
  /** Those whose end was told before their beginning: the two come on different ways. */
  readonly #endedEarly = new Set<number>();
  /** Senders are numbered in the order in which they begin. */
  #newest = -1;

  constructor(vault: Pick<FrameVault, 'takeStream' | 'giveBackStream'>) {
    this.#vault = vault;
  }

  /** @throws RangeError where there are too many of its kind */
  begin(sender: number, source: MediaSource): void {
    this.#newest = sender;
    if (this.#endedEarly.delete(sender)) return;
    this.#streams.set(sender, this.#vault.takeStream(source));
  }

  /** @returns undefined once it has ended */
  streamOf(sender: number): number | undefined {
    return this.#streams.get(sender);
  }

  end(sender: number): void {
    const stream = this.#streams.get(sender);
    if (sender > this.#newest) this.#endedEarly.add(sender);
    if (stream === undefined) return;
    this.#streams.delete(sender);
    this.#vault.giveBackStream(stream);
  }
}
