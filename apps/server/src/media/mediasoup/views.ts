import type { ProducerId, View } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';
import type { OwnedProducer } from './owned-producer.ts';

interface ViewsOptions {
  /** The camera or screen of that id, where there is one that the member may look at. */
  find(producerId: ProducerId): OwnedProducer | undefined;
  /** Begins to send one. Undefined where it ended meanwhile, or does not fit. */
  open(stream: OwnedProducer, layer: number): Promise<mediasoup.Consumer | undefined>;
}

/**
 * The cameras and screens that one member looks at. A consumer is made for what is looked at and closed
 * when it is not any more: one that is only paused is still visited by every packet, and remembers each
 * that it drops.
 */
export class Views {
  readonly #options: ViewsOptions;
  #wanted: ReadonlyMap<ProducerId, number> = new Map();
  readonly #open = new Map<ProducerId, mediasoup.Consumer>();
  readonly #opening = new Map<ProducerId, Promise<void>>();

  constructor(options: ViewsOptions) {
    this.#options = options;
  }

  /** Resolves when all that can be sent of these is being sent, and nothing else. */
  async set(views: readonly View[]): Promise<void> {
    this.#wanted = new Map(views.map(({ producerId, layer }) => [producerId, layer]));
    for (const [producerId, consumer] of this.#open) if (!this.#wanted.has(producerId)) consumer.close();
    await this.again();
  }

  /** What can be sent of these may be more than before. */
  async again(): Promise<void> {
    await Promise.all([...this.#wanted.keys()].map((producerId) => this.#show(producerId)));
  }

  async #show(producerId: ProducerId): Promise<void> {
    const layer = this.#wanted.get(producerId) ?? 0;
    const consumer = this.#open.get(producerId);
    if (consumer) return prefer(consumer, layer);
    const opening = this.#opening.get(producerId);
    if (opening) return opening;
    const stream = this.#options.find(producerId);
    if (!stream) return;
    const begun = this.#begin(stream, layer).finally(() => this.#opening.delete(producerId));
    this.#opening.set(producerId, begun);
    return begun;
  }

  async #begin(stream: OwnedProducer, layer: number): Promise<void> {
    const { id } = stream.producer;
    const consumer = await this.#options.open(stream, layer);
    if (!consumer) return;
    this.#open.set(id, consumer);
    consumer.observer.once('close', () => this.#open.delete(id));
    // What is looked at may have changed while it was opened.
    const now = this.#wanted.get(id);
    if (now === undefined) consumer.close();
    else if (now !== layer) await prefer(consumer, now);
  }
}

/** Layers are a matter of simulcast; a consumer that ended meanwhile has none. */
async function prefer(consumer: mediasoup.Consumer, layer: number): Promise<void> {
  if (consumer.type !== 'simulcast' || consumer.preferredLayers?.spatialLayer === layer) return;
  await consumer.setPreferredLayers({ spatialLayer: layer }).catch((error: unknown) => {
    if (!consumer.closed) throw error;
  });
}
