interface Sealed {
  /** Of the secret that it is sealed with. */
  readonly epoch: number;
  /** Where the server says that it stands in the chat. */
  readonly sequence: number;
  /** Told as new, and not as history. */
  readonly live: boolean;
}

interface Closing {
  /** Those before it are over. */
  readonly epoch: number;
  /** The newest message that was known by then; undefined where there was none. */
  lastSequence: number | undefined;
}

/**
 * Tells what was written before the password was changed from what is only said to have been. A former member still has
 * the old secret: what they seal with it now, and the server passes on, has to stand before something that was there
 * when the old secret ended, or it is not read.
 */
export class PastEpochs {
  #heard: number | undefined;
  #closings: Closing[] = [];

  /** Nobody writes with the secrets before this epoch any more. */
  close(epoch: number): void {
    this.#closings.push({ epoch, lastSequence: this.#heard });
  }

  /** Takes note of a message, and says whether it may be of the time of its secret. */
  admits({ epoch, sequence, live }: Sealed): boolean {
    const over = this.#closings.filter((closing) => closing.epoch > epoch);
    if (over.length > 0 && live) return false;
    if (!over.every(({ lastSequence = sequence }) => sequence <= lastSequence)) return false;
    this.#heard = Math.max(this.#heard ?? 0, sequence);
    // Where nothing had been said by then, whatever is said now comes after it.
    if (live) for (const closing of this.#closings) closing.lastSequence ??= sequence - 1;
    return true;
  }
}
