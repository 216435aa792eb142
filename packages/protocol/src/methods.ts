import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { ProducerId, TransportId } from './names.ts';
import { Profile } from './profile.ts';
import { JoinParams, JoinResult, MediaSource, View } from './room.ts';
import { DtlsParameters, MediaKind, RtpParameters } from './rtp.ts';

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
