import type { types as mediasoup } from 'mediasoup';

/** What stands on the workers now. Taps of the server's own count as transports and consumers too. */
export interface MediaCounts {
  routers: number;
  transports: number;
  producers: number;
  consumers: number;
  dataProducers: number;
  dataConsumers: number;
}

/** Counts mediasoup objects by listening to their observers; nothing is asked of the worker. */
export class Census {
  readonly counts: MediaCounts = {
    routers: 0,
    transports: 0,
    producers: 0,
    consumers: 0,
    dataProducers: 0,
    dataConsumers: 0,
  };

  watch(worker: mediasoup.Worker): void {
    worker.observer.on('newrouter', (router) => {
      this.#count('routers', router);
      router.observer.on('newtransport', (transport) => {
        this.#count('transports', transport);
        transport.observer.on('newproducer', (producer) => this.#count('producers', producer));
        transport.observer.on('newconsumer', (consumer) => this.#count('consumers', consumer));
        transport.observer.on('newdataproducer', (producer) => this.#count('dataProducers', producer));
        transport.observer.on('newdataconsumer', (consumer) => this.#count('dataConsumers', consumer));
      });
    });
  }

  #count(
    kind: keyof MediaCounts,
    { observer }: { observer: { once(event: 'close', run: () => void): unknown } },
  ) {
    this.counts[kind] += 1;
    observer.once('close', () => {
      this.counts[kind] -= 1;
    });
  }
}
