/** More than these wait for nobody: the oldest is dropped, as late sound is worth nothing. */
const maxWaiting = 32;

/** Frames on their way through a transform. */
export class FrameQueue<Frame> {
  readonly #waiting: Frame[] = [];
  readonly #onOverrun: () => void;
  #wake: (() => void) | undefined;
  #ended = false;

  constructor({ onOverrun }: { onOverrun: () => void }) {
    this.#onOverrun = onOverrun;
  }

  push(frame: Frame): void {
    if (this.#waiting.push(frame) > maxWaiting) {
      this.#waiting.shift();
      this.#onOverrun();
    }
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Frame, void> {
    for (;;) {
      const frame = this.#waiting.shift();
      if (frame !== undefined) yield frame;
      else if (this.#ended) return;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}
