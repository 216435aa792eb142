import { CaptureError, captureError } from './capture-error.ts';

export interface CameraInfo {
  readonly deviceId: string;
  /** Empty until the person has once allowed a camera. */
  readonly label: string;
}

/** An open camera. Whoever opened it closes it, and the light on the device goes out. */
export interface Camera {
  readonly track: MediaStreamTrack;
  readonly deviceId: string;
  readonly label: string;
  /** Calls back when it is gone: pulled out, or its permission taken away; returns its undo. */
  onEnded(listener: () => void): () => void;
  close(): void;
}

/** 720 lines are all that anybody is sent; 30 pictures a second look alive. */
const wanted: MediaTrackConstraints = {
  width: { ideal: 1_280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
};

/**
 * Asks for a camera. A `deviceId` that is not there (any more) gives another one: look at the result's.
 * @throws CaptureError
 */
export async function openCamera({ deviceId }: { deviceId?: string } = {}): Promise<Camera> {
  if (!globalThis.isSecureContext || !navigator.mediaDevices) throw new CaptureError('insecure');
  const device = deviceId ? { deviceId: { ideal: deviceId } } : { facingMode: 'user' };
  const stream = await navigator.mediaDevices
    .getUserMedia({ video: { ...wanted, ...device } })
    .catch((cause: unknown) => {
      throw captureError(cause);
    });
  const [track] = stream.getVideoTracks();
  if (!track) throw new CaptureError('none');
  return {
    track,
    deviceId: track.getSettings().deviceId ?? '',
    label: track.label,
    onEnded(listener) {
      track.addEventListener('ended', listener);
      return () => track.removeEventListener('ended', listener);
    },
    close: () => track.stop(),
  };
}

/** The cameras that a person can choose from; empty where the page may not know. */
export async function listCameras(): Promise<CameraInfo[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}
