import { type Clock, Emitter, Scope } from '@earshot/lifetime';
import type { Consumer, ConsumerId, ProducerId, View } from '@earshot/protocol';
import type { ReceivedTrack } from '../playbacks.ts';
import { callOut } from '../snapshot-store.ts';
import { ViewRequests } from './view-requests.ts';

interface PicturesOptions {
  receive(consumer: Consumer): Promise<ReceivedTrack>;
  requestViews(views: View[]): Promise<unknown>;
  clock: Clock;
}

/** The cameras and screens of others that one looks at. */
export class Pictures {
  readonly #options: PicturesOptions;
  readonly #requests: ViewRequests;
  readonly #scopes = new Map<ConsumerId, Scope>();
  readonly #tracks = new Map<ProducerId, MediaStreamTrack>();
  readonly #events = new Emitter<{ change: [] }>();

  constructor(options: PicturesOptions) {
    this.#options = options;
    this.#requests = new ViewRequests({ request: options.requestViews, clock: options.clock });
  }

  /** What arrives now, by the id of its producer. */
  get tracks(): ReadonlyMap<ProducerId, MediaStreamTrack> {
    return this.#tracks;
  }

  subscribe(listener: () => void): () => void {
    return this.#events.on('change', listener);
  }

  setViews(views: readonly View[]): void {
    this.#requests.set(views);
  }

  /** A picture that cannot be received is left out, as a sound is. */
  async add(consumer: Consumer): Promise<void> {
    if (this.#scopes.has(consumer.id)) return;
    const scope = new Scope();
    this.#scopes.set(consumer.id, scope);
    try {
      const received = await this.#options.receive(consumer);
      scope.add(() => received.close());
      if (!scope.closed) this.#show(consumer.producerId, received.track, scope);
    } catch {
      if (!scope.closed) this.remove(consumer.id);
    }
  }

  remove(id: ConsumerId): void {
    void this.#scopes.get(id)?.close('removed');
    this.#scopes.delete(id);
  }

  /** Tells of a change that happened elsewhere: one's own pictures are shown like those of others. */
  changed(): void {
    callOut(() => this.#events.emit('change'));
  }

  close(): void {
    this.#requests.close();
    for (const id of [...this.#scopes.keys()]) this.remove(id);
  }

  #show(id: ProducerId, track: MediaStreamTrack, scope: Scope): void {
    this.#tracks.set(id, track);
    scope.add(() => {
      if (this.#tracks.get(id) === track) this.#tracks.delete(id);
      this.changed();
    });
    this.changed();
  }
}
