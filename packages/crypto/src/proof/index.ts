export { CryptoError, type CryptoErrorCode, cryptoErrors } from '../crypto-error.ts';
export { privateLimits } from '../limits.ts';
export { signProof, verifyProof } from './proof.ts';
export { type JoinPuzzle, type QuickSha256, solveJoinPuzzle, solvesPuzzle } from './puzzle.ts';
export {
  acceptRecord,
  encodeRecordSecret,
  encodeStoredRecord,
  type RecordSecret,
  type RoomMode,
  type RoomRecord,
  readRecord,
  readRecordSecret,
  readStoredRecord,
  recordBytes,
  recordSecretBytes,
  signRecord,
  storedRecordBytes,
} from './record.ts';
export { openRoomIdOf, parsePrivateRoomName, privateRoomName, roomIdOf } from './room-id.ts';
export { connectionIdOf, type JoinTranscript, joinTranscript } from './transcript.ts';
