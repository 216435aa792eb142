/** So long somebody who leaves waits for what is still to be told. */
const tellMs = 1_000;

/** What is still to be told to a room when somebody leaves it. */
export class Farewell {
  readonly #listeners = new Set<() => Promise<void> | undefined>();

  /** Calls back when somebody leaves; returns its undo. */
  on(listener: () => Promise<void> | undefined): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Settles when all has been told, or after a moment; undefined where there is nothing to tell. */
  tell(): Promise<unknown> | undefined {
    const told = [...this.#listeners].flatMap((listener) => listener() ?? []);
    if (told.length === 0) return undefined;
    const late = new Promise((resolve) => setTimeout(resolve, tellMs));
    return Promise.race([Promise.allSettled(told), late]);
  }
}
