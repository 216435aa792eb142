const spinner = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const quickMs = 400;
const redrawMs = 200;
const repeatMs = 10_000;

/**
 * Prints long work as steps, one at a time: on a terminal one line that keeps up with the step, elsewhere
 * a line at its start, one every 10 s and one at its end. A step that ends at once prints nothing.
 */
export class Steps {
  #stream;
  #step;

  /** @param {{ stream?: NodeJS.WriteStream }} options */
  constructor({ stream = process.stdout } = {}) {
    this.#stream = stream;
  }

  /**
   * Begins a step; the one before has then succeeded.
   * @param {string} text what is being done
   * @param {string} [usually] how long it usually takes
   */
  begin(text, usually) {
    this.end();
    const step = { text, usually, since: Date.now(), fraction: undefined, shown: false, timer: undefined };
    step.timer = setTimeout(() => this.#show(step), quickMs);
    this.#step = step;
  }

  /** @param {number} fraction of the step under way, 0 to 1 */
  progress(fraction) {
    if (this.#step) this.#step.fraction = fraction;
  }

  /** Prints a line of its own. */
  note(text) {
    this.#line(text);
    if (this.#step?.shown && this.#stream.isTTY) this.#draw(this.#step);
  }

  /** Ends the step under way, if there is one. */
  end(succeeded = true) {
    const step = this.#step;
    if (!step) return;
    this.#step = undefined;
    clearTimeout(step.timer);
    if (step.shown || !succeeded) {
      this.#line(`${succeeded ? '✓' : '✗'} ${step.text}, ${duration(Date.now() - step.since)}`);
    }
  }

  /**
   * One step around some work.
   * @template T
   * @param {{ text: string, usually?: string }} what
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async run({ text, usually }, work) {
    this.begin(text, usually);
    try {
      const result = await work();
      this.end();
      return result;
    } catch (error) {
      this.end(false);
      throw error;
    }
  }

  #show(step) {
    step.shown = true;
    if (this.#stream.isTTY) {
      this.#draw(step);
      step.timer = setInterval(() => this.#draw(step), redrawMs);
    } else {
      this.#line(`… ${step.text}${usually(step)}`);
      step.timer = setInterval(() => this.#line(`  ${status(step)}`), repeatMs);
    }
  }

  #draw(step) {
    const turn = spinner[Math.floor(Date.now() / redrawMs) % spinner.length];
    const line = `${turn} ${step.text}, ${status(step)}${usually(step)}`;
    this.#stream.write(`\r\x1b[2K${line.slice(0, (this.#stream.columns || 80) - 1)}`);
  }

  #line(text) {
    this.#stream.write(this.#stream.isTTY ? `\r\x1b[2K${text}\n` : `${text}\n`);
  }
}

/** @param {number} ms */
export function duration(ms) {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function status(step) {
  const elapsed = duration(Date.now() - step.since);
  return step.fraction === undefined ? elapsed : `${Math.floor(step.fraction * 100)} %, ${elapsed}`;
}

function usually(step) {
  return step.usually ? ` (usually ${step.usually})` : '';
}
