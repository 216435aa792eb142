import * as z from 'zod/mini';
import { IdentityKey, IdentityProof } from '../identity.ts';
import {
  ConsumerId,
  MemberId,
  MemberName,
  ProducerId,
  ReturnToken,
  RoomName,
  TransportId,
} from '../names.ts';
import { LeaveReason } from '../notifications.ts';
import { ProfileEmoji, StatusLine } from '../profile.ts';
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
import { DtlsParameters, MediaKind, RtpCapabilities, RtpParameters, TransportOptions } from '../rtp.ts';

/** Types that have a name on the wire's page, PROTOCOL.md. */
export const namedTypes = {
  RoomName,
  MemberName,
  MemberId,
  ReturnToken,
  TransportId,
  ProducerId,
  ConsumerId,
  MediaKind,
  MediaSource,
  MicrophoneState,
  Presence,
  LeaveReason,
  IdentityKey,
  IdentityProof,
  ProfileEmoji,
  StatusLine,
  Member,
  SharedStream,
  Consumer,
  View,
  IceServer,
  TransportOptions,
  DtlsParameters,
  RtpCapabilities,
  RtpParameters,
} as const;

export type NamedType = keyof typeof namedTypes;
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(namedTypes)) names.add(schema, { id });

/** A schema as JSON Schema, where named types stand as `$ref: '#/$defs/<name>'`. */
export function jsonSchema(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', metadata: names });
}

/** The name behind a reference to a named type. */
export function referredName(schema: JsonSchema): NamedType | undefined {
  return schema.$ref?.replace('#/$defs/', '') as NamedType | undefined;
}
