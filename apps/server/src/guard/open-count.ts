/** Counts what each account has open just now. Bounded by what can be open at all. */
export class OpenCount {
  readonly #open = new Map<string, number>();

  of(id: string): number {
    return this.#open.get(id) ?? 0;
  }

  /** @returns its undo, which may be called twice. */
  open(id: string): () => void {
    this.#open.set(id, this.of(id) + 1);
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      const rest = this.of(id) - 1;
      if (rest > 0) this.#open.set(id, rest);
      else this.#open.delete(id);
    };
  }
}
