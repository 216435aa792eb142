export { type BrowserEngine, browserEngine } from './browser-engine.ts';
export { canChooseLoudspeaker, type Loudspeakers } from './loudspeakers.ts';
export {
  listMicrophones,
  MicrophoneError,
  type MicrophoneErrorCode,
  type MicrophoneInfo,
  openMicrophone,
} from './microphone.ts';
export { ownIdentity } from './own-identity.ts';
