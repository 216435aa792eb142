import { CaptureError, captureError } from './capture-error.ts';

/** A captured screen, window or tab. Whoever captured it closes it, and the browser's bar goes. */
export interface Screen {
  readonly video: MediaStreamTrack;
  /** What it plays, where the browser and the person gave that too. */
  readonly audio: MediaStreamTrack | undefined;
  close(): void;
}

/** Why a screen cannot be captured here at all, or undefined where it can. Phones have no such thing. */
export function screenProblem(): 'insecure' | 'unsupported' | undefined {
  if (!globalThis.isSecureContext) return 'insecure';
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function' ? undefined : 'unsupported';
}

/**
 * Lets the person choose a screen, window or tab, with its sound if they like. The sound comes as it is:
 * processing that is made for speech ruins music. What this tab itself plays is left out where the browser
 * can, or the others would hear themselves.
 * @throws CaptureError
 */
export async function captureScreen(): Promise<Screen> {
  const problem = screenProblem();
  if (problem) throw new CaptureError(problem);
  const options = {
    video: { frameRate: { ideal: 30, max: 30 }, width: { max: 1_920 }, height: { max: 1_200 } },
    audio: {
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
      suppressLocalAudioPlayback: false,
      restrictOwnAudio: true,
    },
    systemAudio: 'include',
    surfaceSwitching: 'include',
    selfBrowserSurface: 'exclude',
  };
  const stream = await navigator.mediaDevices
    .getDisplayMedia(options as DisplayMediaStreamOptions)
    .catch((cause: unknown) => {
      throw isDismissal(cause) ? new CaptureError('dismissed', { cause }) : captureError(cause);
    });
  const [video] = stream.getVideoTracks();
  const [audio] = stream.getAudioTracks();
  if (!video) throw new CaptureError('none');
  return {
    video,
    audio,
    close() {
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

/** Browsers tell a change of mind from a refusal of the operating system by the message only. */
function isDismissal(cause: unknown): boolean {
  const { name, message } = cause as Error;
  return name === 'NotAllowedError' && !/system/i.test(message);
}
