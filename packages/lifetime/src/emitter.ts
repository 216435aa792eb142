/** Takes back a subscription; harmless when called twice. */
export type Undo = () => void;

/** Typed events: one listener list per event name, and `on` returns its undo. */
export class Emitter<Events extends { [name in keyof Events]: unknown[] }> {
  readonly #listeners: { [Name in keyof Events]?: Set<(...args: Events[Name]) => void> } = {};

  on<Name extends keyof Events>(name: Name, listener: (...args: Events[Name]) => void): Undo {
    const listeners = this.#listeners[name] ?? new Set();
    this.#listeners[name] = listeners;
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Calls every listener that was there when the event began; one that throws does not stop the others. */
  emit<Name extends keyof Events>(name: Name, ...args: Events[Name]): void {
    const errors: unknown[] = [];
    for (const listener of [...(this.#listeners[name] ?? [])]) {
      try {
        listener(...args);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, `listeners of ${String(name)} failed`);
  }

  /** How many listeners stand, over all events: for tests that look for leaks. */
  get listenerCount(): number {
    let count = 0;
    for (const name in this.#listeners) count += this.#listeners[name]?.size ?? 0;
    return count;
  }
}
