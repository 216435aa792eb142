import {
  type Consumer,
  type DataChannelKind,
  type DataProducerId,
  type DtlsParameters,
  limits,
  type MediaSource,
  type MemberId,
  type ProducerId,
  RpcError,
  type TransportOptions,
  type View,
} from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';
import { validateAndNormalizeRtpCapabilities } from 'mediasoup/ortc';
import type { Listener } from '../forwarding/forwarding.ts';
import type {
  DataChannelDown,
  MediaEndpoint,
  NewDataChannel,
  NewEndpoint,
  NewStream,
} from '../media-plane.ts';
import { DataChannels } from './data-channels.ts';
import type { OwnedProducer } from './owned-producer.ts';
import type { MediasoupRoom } from './room.ts';
import { checkStream } from './stream-check.ts';
import { dataChannelOptions, transportOptions } from './transport-options.ts';
import { Views } from './views.ts';
import { accepted, openedUnder } from './worker-answers.ts';

export interface EndpointOptions extends NewEndpoint {
  room: MediasoupRoom;
}

/** One member's two transports and all that runs over them. */
export class MediasoupEndpoint implements MediaEndpoint, Listener<OwnedProducer> {
  readonly owner: MemberId;
  readonly #room: MediasoupRoom;
  readonly #rtpCapabilities: mediasoup.RtpCapabilities;
  readonly #send: mediasoup.WebRtcTransport;
  readonly #recv: mediasoup.WebRtcTransport;
  readonly #sources: ReadonlySet<string>;
  readonly #producers = new Map<ProducerId, { source: MediaSource; producer: mediasoup.Producer }>();
  readonly #hears: EndpointOptions['hears'];
  readonly #consumers = new Map<string, { consumer: Consumer; close(): void }>();
  /** The sounds that are sent, or are about to be. */
  readonly #heard = new Set<ProducerId>();
  readonly #connected = new Set<mediasoup.WebRtcTransport>();
  readonly #views: Views;
  /** Of each stream that is being opened. */
  readonly #producing: MediaSource[] = [];
  #sendBounded = false;
  readonly #data: DataChannels;

  private constructor(
    options: EndpointOptions,
    send: mediasoup.WebRtcTransport,
    recv: mediasoup.WebRtcTransport,
  ) {
    this.owner = options.owner;
    this.#room = options.room;
    this.#rtpCapabilities = options.rtpCapabilities as mediasoup.RtpCapabilities;
    this.#sources = options.sources;
    this.#hears = options.hears;
    this.#send = send;
    this.#recv = recv;
    this.#views = new Views({
      find: (producerId) => {
        const stream = options.room.picture(producerId);
        return stream && this.#isFor(stream) ? stream : undefined;
      },
      open: (stream, spatialLayer) => this.#consume(stream, { preferredLayers: { spatialLayer } }),
    });
    const { room, owner } = options;
    this.#data = new DataChannels({
      send,
      recv,
      direct: room.direct,
      silence: () => room.silence(),
      onPacket: (packet) => room.events.emit('packet', owner, packet),
      onChannel: (state) => room.events.emit('channel', owner, state),
    });
  }

  static async open(options: EndpointOptions): Promise<MediasoupEndpoint> {
    const { router, webRtcServer } = options.room.options;
    await accepted(() =>
      validateAndNormalizeRtpCapabilities(
        structuredClone(options.rtpCapabilities as mediasoup.RtpCapabilities),
      ),
    );
    const create = () =>
      openedUnder(
        router,
        router.createWebRtcTransport({
          webRtcServer,
          enableUdp: true,
          enableTcp: true,
          preferUdp: true,
          ...dataChannelOptions,
        }),
      );
    const opened = await Promise.allSettled([create(), create()]);
    const [send, recv] = opened.map((each) => (each.status === 'fulfilled' ? each.value : undefined));
    if (!send || !recv) {
      send?.close();
      recv?.close();
      throw opened.find((each) => each.status === 'rejected')?.reason;
    }
    const endpoint = new MediasoupEndpoint(options, send, recv);
    await options.room.forwarding.listenerAdded(endpoint);
    return endpoint;
  }

  get sendTransport(): TransportOptions {
    return transportOptions(this.#send);
  }

  get recvTransport(): TransportOptions {
    return transportOptions(this.#recv);
  }

  get consumers(): readonly Consumer[] {
    return [...this.#consumers.values()].map(({ consumer }) => consumer);
  }

  async connectTransport(transportId: string, dtlsParameters: DtlsParameters): Promise<void> {
    const transport = [this.#send, this.#recv].find(({ id }) => id === transportId);
    if (!transport) throw new RpcError('not_found');
    if (this.#connected.has(transport)) throw new RpcError('wrong_state', { detail: 'connected already' });
    this.#connected.add(transport);
    try {
      await accepted(() => transport.connect({ dtlsParameters: dtlsParameters as mediasoup.DtlsParameters }));
    } catch (error) {
      this.#connected.delete(transport);
      throw error;
    }
  }

  async produce(stream: NewStream): Promise<ProducerId> {
    const { kind, source, rtpParameters, paused } = stream;
    const same = [...this.#producers.values(), ...this.#producing.map((each) => ({ source: each }))];
    if (same.filter((each) => each.source === source).length >= limits.producersPerSource) {
      throw new RpcError('too_many_producers');
    }
    checkStream(stream);
    this.#producing.push(source);
    try {
      const producer = await accepted(() =>
        openedUnder(
          this.#send,
          this.#send.produce({
            kind,
            paused,
            rtpParameters: rtpParameters as mediasoup.RtpParameters,
            keyFrameRequestDelay: limits.keyFrameIntervalMs,
          }),
        ),
      );
      this.#producers.set(producer.id, { source, producer });
      producer.observer.once('close', () => this.#producers.delete(producer.id));
      if (kind === 'video') this.#boundSending();
      this.#room.producerOpened({ owner: this.owner, source, producer });
      return producer.id;
    } finally {
      this.#producing.splice(this.#producing.indexOf(source), 1);
    }
  }

  async setProducerPaused(producerId: ProducerId, paused: boolean): Promise<void> {
    const producer = this.#producer(producerId);
    await accepted(() => (paused ? producer.pause() : producer.resume()));
  }

  closeProducer(producerId: ProducerId): void {
    this.#producer(producerId).close();
  }

  setViews(views: readonly View[]): Promise<void> {
    return accepted(() => this.#views.set(views));
  }

  async reconsider(): Promise<void> {
    for (const { consumer, close } of [...this.#consumers.values()]) {
      if (!this.#hears(consumer.memberId)) close();
    }
    await Promise.all([this.#room.forwarding.listenerChanged(this), accepted(() => this.#views.again())]);
  }

  async hear(stream: OwnedProducer): Promise<void> {
    const { id } = stream.producer;
    if (this.#heard.has(id) || !this.#isFor(stream)) return;
    this.#heard.add(id);
    const consumer = await this.#consume(stream);
    if (consumer) consumer.observer.once('close', () => this.#heard.delete(id));
    else this.#heard.delete(id);
  }

  /** Whether the member is to be sent it at all: it is somebody else's, and they know what it is. */
  #isFor({ owner, source }: OwnedProducer): boolean {
    const known = source === 'microphone' || this.#sources.has(source);
    return owner !== this.owner && known && this.#hears(owner);
  }

  /** Sends the member a stream. One that ends meanwhile, or does not fit, is left out. */
  async #consume(
    stream: OwnedProducer,
    options: Pick<mediasoup.ConsumerOptions, 'preferredLayers'> = {},
  ): Promise<mediasoup.Consumer | undefined> {
    const { producer, owner, source } = stream;
    const { router, log } = this.#room.options;
    const rtpCapabilities = this.#rtpCapabilities;
    const { id: producerId } = producer;
    if (!router.canConsume({ producerId, rtpCapabilities })) return undefined;
    try {
      const consuming = this.#recv.consume({ producerId, rtpCapabilities, ...options });
      const opened = await openedUnder(this.#recv, consuming);
      // It may have become none of theirs while it was opened.
      if (!this.#isFor(stream)) {
        opened.close();
        return undefined;
      }
      const { id, kind, rtpParameters, observer } = opened;
      const consumer = { id, producerId, memberId: owner, kind, source, rtpParameters } as Consumer;
      this.#consumers.set(id, { consumer, close: () => opened.close() });
      observer.once('close', () => {
        this.#consumers.delete(id);
        this.#room.events.emit('consumerRemoved', this.owner, id);
      });
      this.#room.events.emit('consumerAdded', this.owner, consumer);
      return opened;
    } catch (error) {
      if (!producer.closed && !this.#recv.closed)
        log.error({ err: error }, 'a stream could not be forwarded');
      return undefined;
    }
  }

  /**
   * Pictures take all the bandwidth that a browser finds. The bound is told to the sender by congestion
   * control, so that an honest client shares it among its streams; nothing else would keep many screens of
   * one member from filling the line of the server. Who only talks needs none, and does not wait for it.
   */
  #boundSending(): void {
    if (this.#sendBounded) return;
    this.#sendBounded = true;
    this.#send.setMaxIncomingBitrate(limits.sendBitsPerSecond).catch((error: unknown) => {
      if (!this.#send.closed) this.#room.options.log.warn({ err: error }, 'sending could not be bounded');
    });
  }

  produceData(options: NewDataChannel): Promise<DataProducerId> {
    return this.#data.produce(options);
  }

  consumeData(channel: DataChannelKind): Promise<DataChannelDown> {
    return this.#data.consume(channel);
  }

  sendPacket(channel: DataChannelKind, packet: Uint8Array<ArrayBuffer>): void {
    this.#data.write(channel, packet);
  }

  close(): void {
    this.#room.forwarding.listenerRemoved(this);
    this.#send.close();
    this.#recv.close();
  }

  #producer(producerId: ProducerId): mediasoup.Producer {
    const known = this.#producers.get(producerId);
    if (!known) throw new RpcError('not_found');
    return known.producer;
  }
}
