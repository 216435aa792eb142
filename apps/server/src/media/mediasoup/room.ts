import { type CancelTimer, type Clock, Emitter } from '@earshot/lifetime';
import { type ProducerId, type RtpCapabilities, routerRtpCapabilities } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';
import type { Logger } from 'pino';
import { DirectForwarding } from '../forwarding/direct.ts';
import type { Forwarding } from '../forwarding/forwarding.ts';
import { LevelMeter } from '../level-meter.ts';
import type { MediaRoom, MediaRoomEvents, NewEndpoint } from '../media-plane.ts';
import { MediasoupEndpoint } from './endpoint.ts';
import { FloodWatch } from './flood-watch.ts';
import { LevelTap } from './level-tap.ts';
import type { OwnedProducer } from './owned-producer.ts';
import { openedUnder } from './worker-answers.ts';
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
  /** Where packets come into this process and leave it. */
  readonly direct: mediasoup.DirectTransport;
  readonly #meter: LevelMeter;
  readonly #tap: LevelTap;
  readonly #floodWatch: FloodWatch;
  /** The cameras and screens that are sent to whoever looks at them. */
  readonly #pictures = new Map<ProducerId, OwnedProducer>();
  #silence: Promise<mediasoup.DataProducer> | undefined;
  #cancelLoss: CancelTimer = () => {};

  private constructor(options: MediasoupRoomOptions, direct: mediasoup.DirectTransport) {
    this.options = options;
    this.direct = direct;
    this.#meter = new LevelMeter({
      clock: options.clock,
      tell: (levels) => this.events.emit('levels', levels),
    });
    this.#tap = new LevelTap({
      transport: direct,
      rtpCapabilities: options.router.rtpCapabilities,
      meter: this.#meter,
      clock: options.clock,
      onFlood: (owner) => this.events.emit('flooded', owner),
      onLine: (owner, line) => this.events.emit('line', owner, line),
    });
    this.#floodWatch = new FloodWatch({
      clock: options.clock,
      onFlood: (owner) => this.events.emit('flooded', owner),
    });
    options.router.observer.once('close', () => {
      this.#meter.close();
      this.#floodWatch.close();
    });
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

  openEndpoint(options: NewEndpoint): Promise<MediasoupEndpoint> {
    return MediasoupEndpoint.open({ ...options, room: this });
  }

  /**
   * A producer of some endpoint is running. What can be heard is forwarded to everyone, what can be seen to
   * those who look; only a microphone says that its owner speaks.
   */
  producerOpened(stream: OwnedProducer): void {
    const { producer, source } = stream;
    if (producer.kind === 'audio') {
      this.forwarding.streamAdded(stream);
      producer.observer.once('close', () => this.forwarding.streamRemoved(stream));
    } else {
      this.#pictures.set(producer.id, stream);
      producer.observer.once('close', () => this.#pictures.delete(producer.id));
    }
    this.#floodWatch.watch(stream);
    if (source !== 'microphone') return;
    this.#tap.listen(stream).catch((error: unknown) => {
      if (!producer.closed) this.options.log.warn({ err: error }, 'a level tap failed');
    });
  }

  /** The data producer that says nothing, which every data consumer of the room stands on. */
  silence(): Promise<mediasoup.DataProducer> {
    this.#silence ??= openedUnder(this.direct, this.direct.produceData());
    return this.#silence;
  }

  picture(producerId: ProducerId): OwnedProducer | undefined {
    return this.#pictures.get(producerId);
  }

  close(): void {
    this.#cancelLoss();
    this.options.router.close();
  }
}
