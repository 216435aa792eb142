import * as z from 'zod/mini';
import { IdentityProof } from './identity.ts';
import { limits } from './limits.ts';
import { Line } from './line.ts';
import { ConsumerId, MemberId, MemberName, ProducerId, ReturnToken, RoomName } from './names.ts';
import { MemberCard, PrivateProof, Proved } from './private/private-room.ts';
import { PuzzleSolution } from './puzzle.ts';
import { Role } from './role.ts';
import { RoomSettings } from './room-settings.ts';
import { MediaKind, RtpCapabilities, RtpParameters, TransportOptions } from './rtp.ts';

/** What a producer carries. */
export const MediaSource = z.enum(['microphone', 'camera', 'screen', 'screenSound']);
export type MediaSource = z.infer<typeof MediaSource>;

/** What kind of media each source is. */
export const sourceKinds: Readonly<Record<MediaSource, MediaKind>> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  screenSound: 'audio',
};

/**
 * A source as others name it. Later versions may know more of them: what is told to everyone, and what a
 * client says it understands, is read whether it is known here or not.
 */
const SourceName = z.string().check(z.minLength(1), z.maxLength(32));

/** Something that a member shows, or the sound of it. Microphones are not listed: `microphone` tells of them. */
export const SharedStream = z.object({
  producerId: ProducerId,
  source: SourceName,
  /** Nothing comes just now. */
  paused: z.boolean(),
});
export type SharedStream = z.infer<typeof SharedStream>;

/** `off`: sends nothing and cannot be heard; `muted`: could talk but does not; `live`: is heard. */
export const MicrophoneState = z.enum(['off', 'muted', 'live']);
export type MicrophoneState = z.infer<typeof MicrophoneState>;

/** `away`: the connection is lost, and the seat is kept for a while. */
export const Presence = z.enum(['here', 'away']);
export type Presence = z.infer<typeof Presence>;

/** A person in the room, as the others see them. */
export const Member = z.object({
  id: MemberId,
  /** A small number that stands for the member in `levels`; never used again within the room's life. */
  seat: z.int().check(z.minimum(0)),
  name: z.string(),
  /** The key they have proved to hold, as `IdentityKey` writes it; empty without one. Not only theirs: two tabs share it. */
  key: z.string(),
  presence: Presence,
  role: Role,
  /** They are no owner, and act as one while the owner is away; left out otherwise. */
  acting: z.optional(z.boolean()),
  microphone: MicrophoneState,
  streams: z.array(SharedStream),
  /** A host keeps them muted; left out otherwise. */
  microphoneRight: z.optional(z.enum(['withheld'])),
  /** How long from now they only listen, since they are new here; left out where that is not why. */
  listensForMs: z.optional(z.int().check(z.minimum(0))),
  /** Nobody but hosts hears or reads them; told to hosts alone, and left out otherwise. */
  shadowMuted: z.optional(z.boolean()),
  /** Their name could be taken for that of somebody else who is here; left out otherwise. */
  lookalike: z.optional(z.boolean()),
  /** How well what they say reaches the server; left out while that is `good`. */
  line: z.optional(Line),
  /** Since when the hand is up, in milliseconds since the Unix epoch; left out while it is down. */
  hand: z.optional(z.object({ raisedAtMs: z.number() })),
  /** What they show of themselves beside the name; left out where that is nothing. */
  profile: z.optional(z.object({ emoji: z.string(), status: z.string() })),
  /** Shows those who know the room's secret that they do; left out by whoever encrypts nothing. */
  card: z.optional(MemberCard),
  /** Milliseconds since the Unix epoch. */
  joinedAtMs: z.number(),
});
export type Member = z.infer<typeof Member>;

/** A stream that the server is ready to send to this member. */
export const Consumer = z.object({
  id: ConsumerId,
  producerId: ProducerId,
  memberId: MemberId,
  kind: MediaKind,
  source: MediaSource,
  rtpParameters: RtpParameters,
});
export type Consumer = z.infer<typeof Consumer>;

/** A camera or screen that is being looked at. */
export const View = z.object({
  producerId: ProducerId,
  /** The best of the stream's simulcast layers that is worth sending: 0 is the smallest. */
  layer: z.int().check(z.minimum(0), z.maximum(2)),
});
export type View = z.infer<typeof View>;

/** A STUN or TURN server, in the form RTCPeerConnection takes. */
export const IceServer = z.object({
  urls: z.array(z.string()),
  username: z.optional(z.string()),
  credential: z.optional(z.string()),
});
export type IceServer = z.infer<typeof IceServer>;

export const JoinParams = z.object({
  room: RoomName,
  name: MemberName,
  /** What this client can receive, worked out against the router capabilities that are known ahead. */
  rtpCapabilities: RtpCapabilities,
  /** From the last join, to take the same seat again. One that is not kept any more is as good as none. */
  returning: z.optional(ReturnToken),
  /** Proves a key, by which the others know this person again. */
  identity: z.optional(IdentityProof),
  /** Makes the room, with these settings and as one's own, unless it is that already. Takes a key. */
  create: z.optional(RoomSettings),
  /** Which sources it understands beside `microphone`; it is sent no other. */
  sources: z.optional(z.array(SourceName).check(z.maxLength(16))),
  /** Of the puzzle that is due. */
  solution: z.optional(PuzzleSolution),
  /** Answers the challenge of a private room. */
  proof: z.optional(PrivateProof),
  /** Relayed to the others as it is. */
  card: z.optional(MemberCard),
});
export type JoinParams = z.infer<typeof JoinParams>;

export const JoinResult = z.object({
  room: z.object({ name: RoomName, startedAtMs: z.number(), settings: RoomSettings, owned: z.boolean() }),
  self: Member,
  returnToken: ReturnToken,
  /** Everyone else. */
  members: z.array(Member).check(z.maxLength(limits.roomMembers)),
  routerRtpCapabilities: RtpCapabilities,
  iceServers: z.array(IceServer),
  sendTransport: TransportOptions,
  recvTransport: TransportOptions,
  consumers: z.array(Consumer),
  /** In a private room. */
  private: z.optional(Proved),
});
export type JoinResult = z.infer<typeof JoinResult>;
