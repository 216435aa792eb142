import {
  type Consumer,
  type DtlsParameters,
  limits,
  type MemberId,
  type ProducerId,
  RpcError,
  type RtpCapabilities,
  type TransportOptions,
} from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';
import { validateAndNormalizeRtpCapabilities } from 'mediasoup/ortc';
import type { Listener } from '../forwarding/forwarding.ts';
import type { MediaEndpoint, NewStream } from '../media-plane.ts';
import type { OwnedProducer } from './owned-producer.ts';
import type { MediasoupRoom } from './room.ts';
import { accepted, openedUnder } from './worker-answers.ts';

export interface EndpointOptions {
  room: MediasoupRoom;
  owner: MemberId;
  rtpCapabilities: RtpCapabilities;
}

/** One member's two transports and all that runs over them. */
export class MediasoupEndpoint implements MediaEndpoint, Listener<OwnedProducer> {
  readonly owner: MemberId;
  readonly #room: MediasoupRoom;
  readonly #rtpCapabilities: mediasoup.RtpCapabilities;
  readonly #send: mediasoup.WebRtcTransport;
  readonly #recv: mediasoup.WebRtcTransport;
  readonly #producers = new Map<ProducerId, mediasoup.Producer>();
  readonly #consumers = new Map<string, Consumer>();
  readonly #connected = new Set<mediasoup.WebRtcTransport>();
  #producing = 0;

  private constructor(
    options: EndpointOptions,
    send: mediasoup.WebRtcTransport,
    recv: mediasoup.WebRtcTransport,
  ) {
    this.owner = options.owner;
    this.#room = options.room;
    this.#rtpCapabilities = options.rtpCapabilities as mediasoup.RtpCapabilities;
    this.#send = send;
    this.#recv = recv;
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
        router.createWebRtcTransport({ webRtcServer, enableUdp: true, enableTcp: true, preferUdp: true }),
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
    return [...this.#consumers.values()];
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

  async produce({ kind, source, rtpParameters, paused }: NewStream): Promise<ProducerId> {
    if (this.#producers.size + this.#producing >= limits.producersPerMember) {
      throw new RpcError('too_many_producers');
    }
    const [codec, ...more] = rtpParameters.codecs;
    // mediasoup would take sound for a picture, or one codec twice, and then fail at each receiver.
    if (more.length > 0 || !codec?.mimeType.toLowerCase().startsWith(`${kind}/`)) {
      throw new RpcError('media_rejected', { detail: `one codec for ${kind} is needed` });
    }
    this.#producing += 1;
    try {
      const options = { kind, paused, rtpParameters: rtpParameters as mediasoup.RtpParameters };
      const producer = await accepted(() => openedUnder(this.#send, this.#send.produce(options)));
      this.#producers.set(producer.id, producer);
      producer.observer.once('close', () => this.#producers.delete(producer.id));
      this.#room.producerOpened({ owner: this.owner, source, producer });
      return producer.id;
    } finally {
      this.#producing -= 1;
    }
  }

  async setProducerPaused(producerId: ProducerId, paused: boolean): Promise<void> {
    const producer = this.#producer(producerId);
    await accepted(() => (paused ? producer.pause() : producer.resume()));
  }

  closeProducer(producerId: ProducerId): void {
    this.#producer(producerId).close();
  }

  /** Sends the member a stream of somebody else. A stream that ends meanwhile, or does not fit, is left out. */
  async hear({ producer, owner, source }: OwnedProducer): Promise<void> {
    const { router, log } = this.#room.options;
    const { id: producerId } = producer;
    if (!router.canConsume({ producerId, rtpCapabilities: this.#rtpCapabilities })) return;
    try {
      const consuming = this.#recv.consume({ producerId, rtpCapabilities: this.#rtpCapabilities });
      const { id, kind, rtpParameters, observer } = await openedUnder(this.#recv, consuming);
      const consumer = { id, producerId, memberId: owner, kind, source, rtpParameters } as Consumer;
      this.#consumers.set(id, consumer);
      observer.once('close', () => {
        this.#consumers.delete(id);
        this.#room.events.emit('consumerRemoved', this.owner, id);
      });
      this.#room.events.emit('consumerAdded', this.owner, consumer);
    } catch (error) {
      if (!producer.closed && !this.#recv.closed)
        log.error({ err: error }, 'a stream could not be forwarded');
    }
  }

  close(): void {
    this.#room.forwarding.listenerRemoved(this);
    this.#send.close();
    this.#recv.close();
  }

  #producer(producerId: ProducerId): mediasoup.Producer {
    const producer = this.#producers.get(producerId);
    if (!producer) throw new RpcError('not_found');
    return producer;
  }
}

function transportOptions(transport: mediasoup.WebRtcTransport): TransportOptions {
  const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
  // Clients check one fingerprint of those offered, and the last of mediasoup's is SHA-1.
  const fingerprints = dtlsParameters.fingerprints.filter(({ algorithm }) => algorithm === 'sha-256');
  const offered = { ...dtlsParameters, fingerprints };
  return { id, iceParameters, iceCandidates, dtlsParameters: offered } as TransportOptions;
}
