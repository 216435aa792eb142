export { type CloseName, closeCodes, closeName } from './close-codes.ts';
export {
  type Codec,
  codecFor,
  codecs,
  type Frame,
  jsonCodec,
  msgpackCodec,
  type Subprotocol,
} from './codec.ts';
export { Courier, type CourierOptions } from './courier/courier.ts';
export { memberRates } from './courier/pace.ts';
export { readPacket, writePacket } from './courier/packet.ts';
export type { PathName } from './courier/path-choice.ts';
export {
  type ChatAuthor,
  ChatCommand,
  ChatEvent,
  type ChatMessage,
  type ChatReaction,
  MessageId,
  textBytes,
} from './data/chat.ts';
export { readContent, writeContent } from './data/content.ts';
export { Emoji, SealedEmoji } from './data/emoji.ts';
export { FileFrame } from './data/file-frame.ts';
export { cleanFileName, FileOffer } from './data/file-offer.ts';
export { ownTopicPrefix, PostDown, PostUp, Refusal, Topic, topics } from './data/post.ts';
export {
  HttpProblem,
  type RoomListing,
  type RoomPulse,
  RoomSort,
  RoomsChange,
  RoomsPage,
  RoomsQuery,
  RoomsVersion,
} from './directory/listing.ts';
export { RoomGlance } from './directory/room-glance.ts';
export { type Placed, roomOrders } from './directory/room-order.ts';
export { fold, found, indexWords, queryWords } from './directory/search-words.ts';
export { type ErrorName, errors, RpcError } from './errors.ts';
export { fit } from './fit.ts';
export { ActionEntry, Ban, type BanId, type LoggedAction, type Person, type Vote } from './hosting.ts';
export {
  Certificate,
  CertificateChain,
  certificateStatement,
  chainEndsAtMs,
  chainLinks,
  Device,
  DeviceName,
  DevicesAct,
  DevicesAnswer,
  DevicesRequest,
  devicesStatement,
  leadsTo,
  linkLetters,
  Revocation,
  revocationStatement,
  statement,
  type Unsigned,
  type Verify,
} from './identity/index.ts';
export { IdentityKey, type IdentityProof, type JoinStatement, joinStatement } from './identity.ts';
export { limits } from './limits.ts';
export { goodLine, type Line, type LineSample, type LineWatch, watchLine, worseLine } from './line.ts';
export {
  type ClientMethods,
  clientMethods,
  type MethodTable,
  type Params,
  type ParsedParams,
  type Result,
  type ServerMethods,
  serverMethods,
} from './methods.ts';
export {
  type ConsumerId,
  type DataConsumerId,
  type DataProducerId,
  type MemberId,
  MemberName,
  type ProducerId,
  type ReturnToken,
  RoomName,
  type TransportId,
} from './names.ts';
export {
  LeaveReason,
  type NotificationName,
  type NotificationParams,
  type Notifications,
  notifications,
} from './notifications.ts';
export {
  OperatorBan,
  OperatorBans,
  OperatorClosing,
  OperatorNewBan,
  OperatorOutcome,
  OperatorOverview,
  OperatorReport,
  OperatorReports,
  OperatorReportsQuery,
  OperatorRoom,
  OperatorRooms,
  OperatorRoomsQuery,
  OperatorSwitches,
  OperatorWords,
} from './operator.ts';
export { type Handlers, type PeerOptions, RpcPeer } from './peer.ts';
export { type Act, type Actor, may, type Power, powers } from './powers.ts';
export { isPrivateRoom } from './private/is-private-room.ts';
export { KeyLetter } from './private/key-letter.ts';
export {
  Epoch,
  type MemberCard,
  PrivateChallenge,
  PrivateProof,
  PrivateRecord,
  type PrivateRoomName,
  type Proved,
  RecordSecret,
  type ResumeTicket,
  SealedMeta,
} from './private/private-room.ts';
export { RoomMeta, SealedChat } from './private/sealed-chat.ts';
export { Profile } from './profile.ts';
export { Puzzle, PuzzleSolution, PuzzleWork, type ShortSha256, solvePuzzle } from './puzzle.ts';
export { type ReportParams, ReportReason } from './report.ts';
export { type GivenRole, isBelow, Role } from './role.ts';
export type {
  Consumer,
  IceServer,
  JoinParams,
  JoinResult,
  MediaSource,
  Member,
  MicrophoneState,
  Presence,
  SharedStream,
  View,
} from './room.ts';
export { sourceKinds } from './room.ts';
export {
  ChatMode,
  defaultRoomSettings,
  ownerlessRoomSettings,
  privateRoomSettings,
  RoomLanguage,
  type RoomModes,
  RoomSettings,
  RoomTag,
  RoomTopic,
  roomTag,
  Speaking,
} from './room-settings.ts';
export { routerRtpCapabilities } from './router-capabilities.ts';
export type { DtlsParameters, MediaKind, RtpCapabilities, RtpParameters, TransportOptions } from './rtp.ts';
export { DataChannelKind, reliabilities, type SctpParameters, type SctpStreamParameters } from './sctp.ts';
export { cleanName, graphemes, roomSlug, truncate } from './text.ts';
