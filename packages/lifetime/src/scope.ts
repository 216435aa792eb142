type CleanUp = (reason: string) => void | Promise<void>;

/**
 * Owns what was opened and closes it once, last opened first. Anything added after the end is closed at
 * once, so that work which finishes late cannot leak.
 */
export class Scope {
  readonly #cleanUps = new Set<CleanUp>();
  #closing: Promise<void> | undefined;
  #reason = '';

  get closed(): boolean {
    return this.#closing !== undefined;
  }

  get size(): number {
    return this.#cleanUps.size;
  }

  /** Registers a clean-up and returns its undo, for things that end before the scope does. */
  add(cleanUp: CleanUp): () => void {
    if (this.#closing) {
      void Promise.resolve(cleanUp(this.#reason)).catch(() => {});
      return () => {};
    }
    const own: CleanUp = (reason) => cleanUp(reason);
    this.#cleanUps.add(own);
    return () => this.#cleanUps.delete(own);
  }

  /**
   * Runs every clean-up in reverse order, even when some fail.
   * @throws AggregateError of all that failed, once everything has been tried.
   */
  close(reason = 'closed'): Promise<void> {
    if (this.#closing) return this.#closing;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#closing = promise;
    this.#reason = reason;
    resolve(this.#teardown(reason));
    return promise;
  }

  async #teardown(reason: string): Promise<void> {
    const errors: unknown[] = [];
    for (const cleanUp of [...this.#cleanUps].reverse()) {
      try {
        await cleanUp(reason);
      } catch (error) {
        errors.push(error);
      }
    }
    this.#cleanUps.clear();
    if (errors.length > 0) throw new AggregateError(errors, `clean-up failed (${reason})`);
  }
}
