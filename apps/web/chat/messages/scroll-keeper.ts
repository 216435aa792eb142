/** Nearer to the end than this is at the end: fractions of pixels and a finger's tremble do not count. */
const atEndPx = 32;

interface Anchor {
  readonly id: string;
  /** Where the message stood, from the top of what is seen. */
  readonly topPx: number;
}

/**
 * Keeps a list in its place while it changes: at the end, if that was what one saw, else with the same
 * message at the same height, whatever grows above it. (Not every browser anchors by itself, and those that
 * do stop at the end.)
 */
export class ScrollKeeper {
  readonly #box: HTMLElement;
  readonly #listeners = new Set<() => void>();
  #atEnd = true;
  #anchor: Anchor | undefined;

  constructor(box: HTMLElement) {
    this.#box = box;
  }

  get atEnd(): boolean {
    return this.#atEnd;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Starts to follow what the reader does and what changes size; returns its undo. */
  follow(content: HTMLElement): () => void {
    const sizes = new ResizeObserver(() => this.keep());
    sizes.observe(content);
    sizes.observe(this.#box);
    this.#box.addEventListener('scroll', this.#note, { passive: true });
    return () => {
      sizes.disconnect();
      this.#box.removeEventListener('scroll', this.#note);
    };
  }

  /** Puts things back after a change. */
  keep(): void {
    const box = this.#box;
    if (this.#atEnd) {
      box.scrollTop = box.scrollHeight;
      return;
    }
    const anchor = this.#anchor && this.find(this.#anchor.id);
    if (anchor && this.#anchor) box.scrollTop += this.#topOf(anchor) - this.#anchor.topPx;
  }

  toEnd(): void {
    this.#set(true);
    this.keep();
  }

  /** Brings something to the top third of what is seen. */
  show(element: HTMLElement): void {
    this.#box.scrollTop += this.#topOf(element) - this.#box.clientHeight / 3;
    this.#note();
  }

  /** Shows a message, takes the focus there and marks it for a moment. */
  point(id: string): void {
    const element = this.find(id);
    if (!element) return;
    this.show(element);
    element.focus({ preventScroll: true });
    delete element.dataset.pointed;
    // Read, so that the mark begins anew.
    void element.offsetWidth;
    element.dataset.pointed = '';
  }

  readonly #note = (): void => {
    const box = this.#box;
    const topPx = box.getBoundingClientRect().top;
    for (const element of box.querySelectorAll<HTMLElement>('[data-message-id]')) {
      const place = element.getBoundingClientRect();
      if (place.bottom <= topPx) continue;
      this.#anchor = { id: element.dataset.messageId ?? '', topPx: place.top - topPx };
      break;
    }
    this.#set(box.scrollHeight - box.scrollTop - box.clientHeight < atEndPx);
  };

  #set(atEnd: boolean): void {
    if (atEnd === this.#atEnd) return;
    this.#atEnd = atEnd;
    for (const listener of this.#listeners) listener();
  }

  /** The element of a message. */
  find(id: string): HTMLElement | null {
    return this.#box.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
  }

  #topOf(element: HTMLElement): number {
    return element.getBoundingClientRect().top - this.#box.getBoundingClientRect().top;
  }
}
