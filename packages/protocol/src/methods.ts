import * as z from 'zod/mini';
import { Bytes } from './data/bytes.ts';
import { ChatMessage } from './data/chat.ts';
import { ActionEntry, Ban, BanId, BanMs } from './hosting.ts';
import { IdentityProof } from './identity.ts';
import { limits } from './limits.ts';
import { DataConsumerId, DataProducerId, MemberId, ProducerId, TransportId } from './names.ts';
import {
  MemberCard,
  PrivateChallenge,
  PrivateProof,
  PrivateRecord,
  PrivateRoomName,
  Proved,
  RecordSecret,
  ResumeTicket,
  SealedMeta,
} from './private/private-room.ts';
import { Profile } from './profile.ts';
import { PuzzleSolution } from './puzzle.ts';
import { ReportParams } from './report.ts';
import { GivenRole } from './role.ts';
import { JoinParams, JoinResult, MediaSource, View } from './room.ts';
import { RoomModes, RoomSettings } from './room-settings.ts';
import { DtlsParameters, MediaKind, RtpParameters } from './rtp.ts';
import { DataChannelKind, SctpStreamParameters } from './sctp.ts';

const Nothing = z.object({});
const OneMember = z.object({ memberId: MemberId });

/** Requests that a client sends to the server. */
export const serverMethods = {
  /** Enters a room. The one answer brings everything that is needed to talk and to hear. */
  join: { params: JoinParams, result: JoinResult },
  /** Makes a private room, or changes its secret. The record says which room, and that its owner wants it. */
  putPrivateRoom: {
    params: z.object({
      record: PrivateRecord,
      recordSecret: RecordSecret,
      sealedMeta: z.optional(SealedMeta),
      /** Whose the room is from now on, proved for the room of this record. Only to make it. */
      identity: z.optional(IdentityProof),
      solution: z.optional(PuzzleSolution),
    }),
    result: z.object({ room: PrivateRoomName }),
  },
  /** Asks what has to be answered to come into a private room, or to stay in it after a change. */
  challenge: {
    params: z.object({ room: PrivateRoomName, ticket: z.optional(ResumeTicket) }),
    result: PrivateChallenge,
  },
  /** Proves the changed secret of the room that one is in; from outside, that one knows the secret, without coming in. */
  prove: { params: z.object({ proof: PrivateProof, card: z.optional(MemberCard) }), result: Proved },
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
  /** Changes the room, all of its settings at once. */
  setRoomSettings: { params: z.object({ settings: RoomSettings }), result: Nothing },
  /** Changes what of the settings is needed to keep order; what is left out stays. */
  setRoomModes: { params: RoomModes, result: Nothing },
  /** Makes somebody a moderator, a speaker or a listener. */
  setRole: { params: z.object({ memberId: MemberId, role: GivenRole }), result: Nothing },
  /** Gives the room to somebody else. */
  handOver: { params: OneMember, result: Nothing },
  /** Mutes somebody until they are allowed to speak again. */
  muteMember: { params: OneMember, result: Nothing },
  /** Gives back the right to speak; the person unmutes by themselves. */
  allowToSpeak: { params: OneMember, result: Nothing },
  /** Asks somebody to unmute. */
  askToUnmute: { params: OneMember, result: Nothing },
  /** Keeps what somebody says and shows from all but hosts, without telling the person, or ends that. */
  shadowMute: { params: z.object({ memberId: MemberId, on: z.boolean() }), result: Nothing },
  /** Sends somebody out of the room. */
  removeMember: { params: OneMember, result: Nothing },
  /** Sends somebody out of the room and keeps them out, for a while or for good. */
  banMember: { params: z.object({ memberId: MemberId, forMs: z.optional(BanMs) }), result: Nothing },
  /** Lets somebody in again. */
  unban: { params: z.object({ banId: BanId }), result: Nothing },
  /** Who is kept out of the room now, the newest first. */
  listBans: { params: Nothing, result: z.object({ bans: z.array(Ban) }) },
  /** Lowers the hand of somebody, or all. */
  lowerHands: { params: z.object({ memberId: z.optional(MemberId) }), result: Nothing },
  /** What was done to keep order, the newest first: what came before the entry `before`, or the last of it. */
  actionLog: {
    params: z.object({ before: z.optional(z.string().check(z.minLength(1), z.maxLength(64))) }),
    result: z.object({ entries: z.array(ActionEntry), hasOlder: z.boolean() }),
  },
  /** Says whether somebody shall go, in a room that nobody owns. */
  voteToRemove: { params: z.object({ memberId: MemberId, agree: z.boolean() }), result: Nothing },
  /** Tells the operator about somebody. */
  report: { params: ReportParams, result: Nothing },
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
