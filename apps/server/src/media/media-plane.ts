import type { Emitter } from '@earshot/lifetime';
import type {
  Consumer,
  ConsumerId,
  DtlsParameters,
  MediaKind,
  MediaSource,
  MemberId,
  ProducerId,
  RtpCapabilities,
  RtpParameters,
  TransportOptions,
  View,
} from '@earshot/protocol';

/** What rooms know of media. `mediasoup/` is its only implementation. */
export interface MediaPlane {
  /** Opens the media half of a room on the least busy worker. */
  openRoom(): Promise<MediaRoom>;
  close(): Promise<void>;
}

export interface MediaRoomEvents {
  /** A stream is ready to be received by `owner`. */
  consumerAdded: [owner: MemberId, consumer: Consumer];
  consumerRemoved: [owner: MemberId, consumerId: ConsumerId];
  /** Who speaks now, by RFC 6464 level (0 loudest, 127 silence); empty once when all fall silent. */
  levels: [levels: ReadonlyMap<MemberId, number>];
  /** The member sends more packets than voices and pictures need. */
  flooded: [owner: MemberId];
  /** The worker is gone, and everything in the room with it. */
  lost: [];
}

export interface MediaRoom {
  readonly rtpCapabilities: RtpCapabilities;
  readonly events: Emitter<MediaRoomEvents>;
  /**
   * Opens one member's two transports, with a consumer for all that can be heard already.
   * @throws RpcError `media_rejected` where the capabilities cannot be read
   */
  openEndpoint(options: NewEndpoint): Promise<MediaEndpoint>;
  close(): void;
}

export interface NewEndpoint {
  owner: MemberId;
  rtpCapabilities: RtpCapabilities;
  /** What the member understands beside microphones; they are sent nothing else. */
  sources: ReadonlySet<string>;
}

/** One member's media. Ids of anything that is not this member's are `not_found`. */
export interface MediaEndpoint {
  readonly sendTransport: TransportOptions;
  readonly recvTransport: TransportOptions;
  /** Everything that is being sent to the member now. */
  readonly consumers: readonly Consumer[];
  /**
   * @throws RpcError `not_found`, `wrong_state` when it is connected already, `media_rejected`,
   *   `connection_lost` when the worker is gone
   */
  connectTransport(transportId: string, dtlsParameters: DtlsParameters): Promise<void>;
  /** @throws RpcError `too_many_producers`, `media_rejected`, `connection_lost` when closed meanwhile */
  produce(stream: NewStream): Promise<ProducerId>;
  /** @throws RpcError `not_found`, `connection_lost` */
  setProducerPaused(producerId: ProducerId, paused: boolean): Promise<void>;
  /** @throws RpcError `not_found` */
  closeProducer(producerId: ProducerId): void;
  /**
   * Sends the member these cameras and screens and no others. Whatever is not there, or is no picture of
   * somebody else, is passed over: it may have ended while the request was on its way.
   */
  setViews(views: readonly View[]): Promise<void>;
  close(): void;
}

export interface NewStream {
  kind: MediaKind;
  source: MediaSource;
  rtpParameters: RtpParameters;
  paused: boolean;
}
