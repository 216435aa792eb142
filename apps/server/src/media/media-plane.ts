import type { Emitter } from '@earshot/lifetime';
import type {
  Consumer,
  ConsumerId,
  DataChannelKind,
  DataConsumerId,
  DataProducerId,
  DtlsParameters,
  Line,
  MediaKind,
  MediaSource,
  MemberId,
  ProducerId,
  RtpCapabilities,
  RtpParameters,
  SctpStreamParameters,
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
  /** How well what the member says reaches the server has changed. */
  line: [owner: MemberId, line: Line];
  /** The member sends more packets than voices and pictures need. */
  flooded: [owner: MemberId];
  /** A packet came over a data channel of the member. */
  packet: [owner: MemberId, bytes: Uint8Array];
  /** Packets can be tried on the member's data channel, or cannot any more. */
  channel: [owner: MemberId, state: 'opened' | 'closed'];
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
  /** Whether they are to be sent what this member sends. Asked again with `reconsider`. */
  hears(owner: MemberId): boolean;
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
  /**
   * Ends what the member is not to hear and see any more, at once, and sends what they may again. Resolves when all
   * that can be sent is being sent.
   */
  reconsider(): Promise<void>;
  /** @throws RpcError `wrong_state` when there is one of that kind, `media_rejected`, `connection_lost` */
  produceData(options: NewDataChannel): Promise<DataProducerId>;
  /** @throws RpcError `wrong_state` when there is one of that kind, `media_rejected`, `connection_lost` */
  consumeData(channel: DataChannelKind): Promise<DataChannelDown>;
  /** Hands a packet to the member's data channel. It may get lost, above all while the channel is not open. */
  sendPacket(channel: DataChannelKind, packet: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export interface NewDataChannel {
  channel: DataChannelKind;
  sctpStreamParameters: SctpStreamParameters;
}

/** What a member needs to open its end. */
export interface DataChannelDown {
  id: DataConsumerId;
  dataProducerId: DataProducerId;
  sctpStreamParameters: SctpStreamParameters;
}

export interface NewStream {
  kind: MediaKind;
  source: MediaSource;
  rtpParameters: RtpParameters;
  paused: boolean;
}
