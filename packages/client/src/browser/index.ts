export { type BrowserEngine, browserEngine } from './browser-engine.ts';
export type { BrowserMicrophone, FilteredTrack } from './browser-microphone.ts';
export { type Camera, type CameraInfo, listCameras, openCamera } from './camera.ts';
export { CaptureError, type CaptureErrorCode } from './capture-error.ts';
export { canChooseLoudspeaker, type Loudspeakers } from './loudspeakers.ts';
export {
  listMicrophones,
  type MicrophoneInfo,
  type OpenMicrophoneOptions,
  openMicrophone,
} from './microphone.ts';
export type { Applied, MicrophoneSound, Processing } from './microphone-sound.ts';
export { ownIdentity } from './own-identity.ts';
export { captureScreen, type Screen, screenProblem } from './screen.ts';
