import type { MemberId } from '@earshot/protocol';
import type { Forwarding, Listener } from './forwarding.ts';

/** Every listener hears every stream but their own. The number of consumers grows with the square. */
export class DirectForwarding<Stream extends { readonly owner: MemberId }> implements Forwarding<Stream> {
  readonly #listeners = new Set<Listener<Stream>>();
  readonly #streams = new Set<Stream>();

  async listenerAdded(listener: Listener<Stream>): Promise<void> {
    this.#listeners.add(listener);
    await this.listenerChanged(listener);
  }

  async listenerChanged(listener: Listener<Stream>): Promise<void> {
    await Promise.all([...this.#streams].map((stream) => this.#forward(stream, listener)));
  }

  listenerRemoved(listener: Listener<Stream>): void {
    this.#listeners.delete(listener);
  }

  streamAdded(stream: Stream): void {
    this.#streams.add(stream);
    for (const listener of this.#listeners) void this.#forward(stream, listener);
  }

  streamRemoved(stream: Stream): void {
    this.#streams.delete(stream);
  }

  async #forward(stream: Stream, listener: Listener<Stream>): Promise<void> {
    if (stream.owner !== listener.owner) await listener.hear(stream);
  }
}
