import * as z from 'zod/mini';
import { Bytes } from './data/bytes.ts';
import { ChatMessage } from './data/chat.ts';
import { limits } from './limits.ts';
import { DataConsumerId, DataProducerId, ProducerId, TransportId } from './names.ts';
import { Profile } from './profile.ts';
import { JoinParams, JoinResult, MediaSource, View } from './room.ts';
import { DtlsParameters, MediaKind, RtpParameters } from './rtp.ts';
import { DataChannelKind, SctpStreamParameters } from './sctp.ts';

const Nothing = z.object({});

/** Requests that a client sends to the server. */
export const serverMethods = {
  /** Enters a room. The one answer brings everything that is needed to talk and to hear. */
  join: { params: JoinParams, result: JoinResult },
  /** Tells the server this side's DTLS fingerprints; once per transport. */
  connectTransport: {
    params: z.object({ transportId: TransportId, dtlsParameters: DtlsParameters }),
    result: Nothing,
  },
  /** Begins to send a stream over the send transport. */
  produce: {
    params: z.object({
      kind: MediaKind,
      source: MediaSource,
      rtpParameters: RtpParameters,
      paused: z.boolean(),
    }),
    result: z.object({ producerId: ProducerId }),
  },
  /** Mutes or unmutes: a paused producer forwards nothing. */
  setProducerPaused: {
    params: z.object({ producerId: ProducerId, paused: z.boolean() }),
    result: Nothing,
  },
  /** Ends a stream. */
  closeProducer: { params: z.object({ producerId: ProducerId }), result: Nothing },
  /** Says which cameras and screens are looked at: all of them, each time. Nothing else of the kind is sent. */
  setViews: { params: z.object({ views: z.array(View).check(z.maxLength(limits.views)) }), result: Nothing },
  /** Raises or lowers one's own hand. */
  setHand: { params: z.object({ raised: z.boolean() }), result: Nothing },
  /** Changes how one presents oneself: all of it, each time. */
  setProfile: { params: Profile, result: Nothing },
  /** Opens a data channel towards the server, over the send transport. */
  produceData: {
    params: z.object({ channel: DataChannelKind, sctpStreamParameters: SctpStreamParameters }),
    result: z.object({ dataProducerId: DataProducerId }),
  },
  /** Opens a data channel from the server, over the receive transport. */
  consumeData: {
    params: z.object({ channel: DataChannelKind }),
    result: z.object({
      id: DataConsumerId,
      dataProducerId: DataProducerId,
      sctpStreamParameters: SctpStreamParameters,
    }),
  },
  /** Packets that would go over a data channel if there were one. */
  sendData: {
    params: z.object({ packets: z.array(Bytes).check(z.maxLength(limits.dataPacketsPerFrame)) }),
    result: Nothing,
  },
  /** What was said, the newest first to come: those before `before`, or the last ones. */
  chatHistory: {
    params: z.object({ before: z.optional(z.int().check(z.minimum(1))) }),
    result: z.object({
      /** In the room's order. */
      messages: z.array(ChatMessage).check(z.maxLength(limits.chatPageMessages)),
      hasOlder: z.boolean(),
      /** The chat's last change that this answer knows of. */
      revision: z.int().check(z.minimum(0)),
    }),
  },
  /** Leaves the room; the server then closes the connection. */
  leave: { params: Nothing, result: Nothing },
  /** A sign of life; the time it takes is the round trip. */
  ping: { params: Nothing, result: Nothing },
} as const;

/** Requests that the server sends to a client. */
export const clientMethods = {
  /** Are you there? Sent every `heartbeatIntervalMs`. */
  ping: { params: Nothing, result: Nothing },
} as const;

/** A table of methods; each peer answers one and calls the other. */
export type MethodTable = Readonly<Record<string, { params: z.core.$ZodType; result: z.core.$ZodType }>>;

export type ServerMethods = typeof serverMethods;
export type ClientMethods = typeof clientMethods;

export type Params<Table extends MethodTable, Name extends keyof Table> = z.input<Table[Name]['params']>;
export type ParsedParams<Table extends MethodTable, Name extends keyof Table> = z.output<
  Table[Name]['params']
>;
export type Result<Table extends MethodTable, Name extends keyof Table> = z.output<Table[Name]['result']>;
