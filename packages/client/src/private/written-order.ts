/** Beyond it the places of whoever was met longest ago are forgotten first. */
const maxPlaces = 4_000;

interface Written {
  /** Of one sender and visit. */
  readonly stream: string;
  /** In the order in which its sender sealed them. */
  readonly number: number;
  /** In the order that the server gives. */
  readonly place: number;
}

/** In which order each member wrote: the server orders a chat, and may not turn around what one person said. */
export class WrittenOrder {
  /** By stream, each sorted by place. */
  readonly #streams = new Map<string, Omit<Written, 'stream'>[]>();
  #places = 0;

  /** @returns whether it stands where its author put it, as far as what else they wrote can tell; else it is not kept */
  fits({ stream, number, place }: Written): boolean {
    const written = this.#streams.get(stream) ?? [];
    // Nearly always the newest.
    const at = written.findLastIndex((other) => other.place <= place);
    const [before, after] = [written[at], written[at + 1]];
    if (before?.place === place) return before.number === number;
    if ((before && before.number >= number) || (after && after.number <= number)) return false;
    written.splice(at + 1, 0, { number, place });
    this.#streams.set(stream, written);
    this.#places += 1;
    if (this.#places > maxPlaces) this.#forgetOne();
    return true;
  }

  #forgetOne(): void {
    const [oldest] = this.#streams;
    if (!oldest) return;
    const [stream, written] = oldest;
    written.shift();
    this.#places -= 1;
    if (written.length === 0) this.#streams.delete(stream);
  }
}
