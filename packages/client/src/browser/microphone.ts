import type { Microphone } from '../engine.ts';

/**
 * Why there is no microphone. `denied`: the person or a policy refused it; `none`: there is none; `in_use`:
 * another program holds it; `insecure`: the page is not served over https; `failed`: anything else.
 */
export type MicrophoneErrorCode = 'denied' | 'none' | 'in_use' | 'insecure' | 'failed';

export class MicrophoneError extends Error {
  readonly code: MicrophoneErrorCode;

  constructor(code: MicrophoneErrorCode, options?: { cause?: unknown }) {
    super(`No microphone: ${code}`, options);
    this.name = 'MicrophoneError';
    this.code = code;
  }
}

export interface MicrophoneInfo {
  readonly deviceId: string;
  /** Empty until the person has once allowed a microphone. */
  readonly label: string;
}

/** https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia names each of these. */
const codes: Record<string, MicrophoneErrorCode> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'in_use',
  AbortError: 'in_use',
};

/**
 * Asks for a microphone, with the processing that speech needs. A `deviceId` that is not there (any more)
 * gives the default one: look at the result's `deviceId`.
 * @throws MicrophoneError
 */
export async function openMicrophone({ deviceId }: { deviceId?: string } = {}): Promise<Microphone> {
  if (!globalThis.isSecureContext || !navigator.mediaDevices) throw new MicrophoneError('insecure');
  const audio: MediaTrackConstraints = {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    channelCount: 1,
    ...(deviceId ? { deviceId: { ideal: deviceId } } : {}),
  };
  const stream = await navigator.mediaDevices.getUserMedia({ audio }).catch((cause: unknown) => {
    throw new MicrophoneError(codes[(cause as Error).name] ?? 'failed', { cause });
  });
  const [track] = stream.getAudioTracks();
  if (!track) throw new MicrophoneError('none');
  return new CapturedMicrophone(track);
}

/** The microphones that a person can choose from; empty where the page may not know. */
export async function listMicrophones(): Promise<MicrophoneInfo[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices
    .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

class CapturedMicrophone implements Microphone {
  readonly track: MediaStreamTrack;

  constructor(track: MediaStreamTrack) {
    this.track = track;
  }

  get deviceId(): string {
    return this.track.getSettings().deviceId ?? '';
  }

  get label(): string {
    return this.track.label;
  }

  onEnded(listener: () => void): () => void {
    this.track.addEventListener('ended', listener);
    return () => this.track.removeEventListener('ended', listener);
  }

  close(): void {
    this.track.stop();
  }
}
