import * as z from 'zod/mini';
import { Bytes } from '../data/bytes.ts';
import { ChatAuthor, ChatMessage, ChatReaction, MessageId } from '../data/chat.ts';
import { FileOffer } from '../data/file-offer.ts';
import { RoomListing, RoomPulse } from '../directory/listing.ts';
import { ActionEntry, Ban, BanId, Person, Vote } from '../hosting.ts';
import {
  Certificate,
  CertificatePurpose,
  Device,
  DeviceName,
  DevicesAnswer,
  DevicesRequest,
  Revocation,
} from '../identity/index.ts';
import { IdentityKey, IdentityProof } from '../identity.ts';
import { Line } from '../line.ts';
import {
  ConsumerId,
  DataConsumerId,
  DataProducerId,
  MemberId,
  MemberName,
  ProducerId,
  ReturnToken,
  RoomName,
  TransportId,
} from '../names.ts';
import { LeaveReason } from '../notifications.ts';
import {
  ChallengeNonce,
  Epoch,
  MemberCard,
  PrivateChallenge,
  PrivateProof,
  PrivateRecord,
  PrivateRoomName,
  Proved,
  RecordSecret,
  ResumeTicket,
  SealedMeta,
} from '../private/private-room.ts';
import { ProfileEmoji, StatusLine } from '../profile.ts';
import { Puzzle, PuzzleChallenge, PuzzleSolution } from '../puzzle.ts';
import { ReportReason } from '../report.ts';
import { GivenRole, Role } from '../role.ts';
import {
  Consumer,
  IceServer,
  MediaSource,
  Member,
  MicrophoneState,
  Presence,
  SharedStream,
  View,
} from '../room.ts';
import {
  ChatMode,
  RoomLanguage,
  RoomModes,
  RoomSettings,
  RoomTag,
  RoomTopic,
  Speaking,
} from '../room-settings.ts';
import { DtlsParameters, MediaKind, RtpCapabilities, RtpParameters, TransportOptions } from '../rtp.ts';
import { DataChannelKind, SctpParameters, SctpStreamParameters } from '../sctp.ts';

/** Types that have a name on the wire's page, PROTOCOL.md. */
export const namedTypes = {
  RoomName,
  MemberName,
  MemberId,
  ReturnToken,
  TransportId,
  ProducerId,
  ConsumerId,
  DataProducerId,
  DataConsumerId,
  MessageId,
  MediaKind,
  MediaSource,
  MicrophoneState,
  Presence,
  Line,
  LeaveReason,
  IdentityKey,
  IdentityProof,
  Certificate,
  CertificatePurpose,
  Revocation,
  Device,
  DeviceName,
  DevicesRequest,
  DevicesAnswer,
  Puzzle,
  PuzzleChallenge,
  PuzzleSolution,
  PrivateRoomName,
  PrivateRecord,
  RecordSecret,
  SealedMeta,
  PrivateChallenge,
  ChallengeNonce,
  Epoch,
  PrivateProof,
  MemberCard,
  Proved,
  ResumeTicket,
  ProfileEmoji,
  StatusLine,
  RoomSettings,
  RoomModes,
  RoomTopic,
  RoomTag,
  RoomLanguage,
  Speaking,
  ChatMode,
  Role,
  GivenRole,
  Person,
  ActionEntry,
  BanId,
  Ban,
  Vote,
  ReportReason,
  Member,
  SharedStream,
  Consumer,
  View,
  IceServer,
  TransportOptions,
  DtlsParameters,
  RtpCapabilities,
  RtpParameters,
  SctpParameters,
  SctpStreamParameters,
  DataChannelKind,
  Bytes,
  ChatMessage,
  ChatAuthor,
  ChatReaction,
  FileOffer,
  RoomListing,
  RoomPulse,
} as const;

export type NamedType = keyof typeof namedTypes;
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(namedTypes)) names.add(schema, { id });

/** A schema as JSON Schema, where named types stand as `$ref: '#/$defs/<name>'`. */
export function jsonSchema(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    metadata: names,
    unrepresentable: 'any',
    // Bytes have no place in JSON Schema but as the text that they are in JSON.
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) !== Bytes) return;
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, { type: 'string', contentEncoding: 'base64' });
    },
  });
}

/** The name behind a reference to a named type. */
export function referredName(schema: JsonSchema): NamedType | undefined {
  return schema.$ref?.replace('#/$defs/', '') as NamedType | undefined;
}
