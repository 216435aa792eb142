import { type CancelTimer, type Clock, Emitter } from '@earshot/lifetime';
import { type MemberId, type RtpCapabilities, routerRtpCapabilities } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';
import type { Logger } from 'pino';
import { DirectForwarding } from '../forwarding/direct.ts';
import type { Forwarding } from '../forwarding/forwarding.ts';
import { LevelMeter } from '../level-meter.ts';
import type { MediaRoom, MediaRoomEvents } from '../media-plane.ts';
import { MediasoupEndpoint } from './endpoint.ts';
import { LevelTap } from './level-tap.ts';
import type { OwnedProducer } from './owned-producer.ts';
import { settleMs } from './worker-process.ts';

export interface MediasoupRoomOptions {
  router: mediasoup.Router;
  webRtcServer: mediasoup.WebRtcServer;
  clock: Clock;
  log: Logger;
}

/**
 * One router and whoever is on it. Closing the router closes transports, producers and consumers below it,
 * in mediasoup's own cascade; the room only has to end what mediasoup does not know of.
 */
export class MediasoupRoom implements MediaRoom {
  readonly events = new Emitter<MediaRoomEvents>();
  readonly rtpCapabilities: RtpCapabilities = routerRtpCapabilities;
  readonly forwarding: Forwarding<OwnedProducer> = new DirectForwarding();
  readonly options: MediasoupRoomOptions;
  readonly #meter: LevelMeter;
  readonly #tap: LevelTap;
  #cancelLoss: CancelTimer = () => {};

  private constructor(options: MediasoupRoomOptions, tapTransport: mediasoup.DirectTransport) {
    this.options = options;
    this.#meter = new LevelMeter({
      clock: options.clock,
      tell: (levels) => this.events.emit('levels', levels),
    });
    this.#tap = new LevelTap({
      transport: tapTransport,
      rtpCapabilities: options.router.rtpCapabilities,
      meter: this.#meter,
      clock: options.clock,
      onFlood: (owner) => this.events.emit('flooded', owner),
    });
    options.router.observer.once('close', () => this.#meter.close());
    options.router.once('workerclose', () => {
      this.#cancelLoss = options.clock.after(settleMs, () => this.events.emit('lost'));
    });
  }

  static async open(options: MediasoupRoomOptions): Promise<MediasoupRoom> {
    try {
      return new MediasoupRoom(options, await options.router.createDirectTransport());
    } catch (error) {
      options.router.close();
      throw error;
    }
  }

  openEndpoint(options: { owner: MemberId; rtpCapabilities: RtpCapabilities }): Promise<MediasoupEndpoint> {
    return MediasoupEndpoint.open({ ...options, room: this });
  }

  /** A producer of some endpoint is running: it is forwarded, and its loudness measured. */
  producerOpened(producer: OwnedProducer): void {
    this.forwarding.streamAdded(producer);
    producer.producer.observer.once('close', () => this.forwarding.streamRemoved(producer));
    this.#tap.listen(producer).catch((error: unknown) => {
      if (!producer.producer.closed) this.options.log.warn({ err: error }, 'a level tap failed');
    });
  }

  close(): void {
    this.#cancelLoss();
    this.options.router.close();
  }
}
