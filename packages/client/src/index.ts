export {
  type Act,
  type ActionEntry,
  type Ban,
  cleanFileName,
  defaultRoomSettings,
  type ErrorName,
  errors,
  type FileOffer,
  type GivenRole,
  graphemes,
  type LoggedAction,
  limits,
  type MediaSource,
  type Member,
  type MemberId,
  type MessageId,
  type MicrophoneState,
  type ProducerId,
  type Profile,
  type ReportReason,
  type Role,
  type RoomModes,
  type RoomSettings,
  RpcError,
  roomSlug,
  roomTag,
  type SharedStream,
  textBytes,
  type View,
  type Vote,
} from '@earshot/protocol';
export type { Chat, ChatSnapshot, Message, Reaction } from './chat/chat.ts';
export type { DataMessage, DataTopic } from './data/data-topic.ts';
export type { FloatingReaction } from './data/room-data.ts';
export type { Engine, Microphone, MicrophoneEncoding, Playback, Socket, SocketOptions } from './engine.ts';
export type { RoomFiles, Transfer, TransferSnapshot } from './files/room-files.ts';
export type { BanLength, Hosting } from './hosting/hosting.ts';
export { type Identity, keyHue } from './identity/identity.ts';
export { newIdentity } from './identity/key-pair-identity.ts';
export { joinRoom } from './join-room.ts';
export type { Hearing, HearingOptions } from './listening/hearing.ts';
export { watchOwnLine } from './listening/own-line.ts';
export {
  type ReceivedStream,
  type Statistics,
  type StatsLook,
  type Stream,
  statistics,
} from './listening/statistics.ts';
export {
  BriefVolumes,
  type Heard,
  maxVolume,
  plainVolume,
  type Volume,
  type VolumeMemory,
} from './listening/volume.ts';
export { prepare } from './prepared-device.ts';
export { EntryError, type EntryErrorCode, entryErrors } from './private/entry-error.ts';
export type { KeyMemory } from './private/key-memory.ts';
export type { Privacy, PrivacyProblem, Trust } from './private/privacy.ts';
export type { EnteringStep, RoomSecret } from './private/room-secret.ts';
export type { JoinOptions, MicrophoneChange, Room } from './room.ts';
export type { Levels, RoomEnd, RoomSnapshot, RoomStatus } from './snapshot.ts';
export type { ScreenTracks } from './streams/shared-streams.ts';
export { waitFor } from './wait-for.ts';
