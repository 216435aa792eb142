export { type BrowserEngine, browserEngine } from './browser-engine.ts';
export { type Camera, type CameraInfo, listCameras, openCamera } from './camera.ts';
export { CaptureError, type CaptureErrorCode } from './capture-error.ts';
export { canChooseLoudspeaker, type Loudspeakers } from './loudspeakers.ts';
export {
  listMicrophones,
  MicrophoneError,
  type MicrophoneErrorCode,
  type MicrophoneInfo,
  openMicrophone,
} from './microphone.ts';
export { ownIdentity } from './own-identity.ts';
export { captureScreen, type Screen, screenProblem } from './screen.ts';
