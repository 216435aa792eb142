import { CaptureError, captureError } from './capture-error.ts';
import { appliedBy, constraintsOf, type MicrophoneSound, suits } from './microphone-sound.ts';

/** One device, captured once. Several microphones may drink from it; the last to close it lets it go. */
export class Capture {
  readonly track: MediaStreamTrack;
  /** What was asked for; an empty device is the system's choice. */
  readonly asked: { readonly deviceId: string; sound: MicrophoneSound };
  #users = 0;

  private constructor(track: MediaStreamTrack, asked: { deviceId: string; sound: MicrophoneSound }) {
    this.track = track;
    this.asked = asked;
  }

  /** @throws CaptureError */
  static async open(asked: { deviceId: string; sound: MicrophoneSound }): Promise<Capture> {
    if (!globalThis.isSecureContext || !navigator.mediaDevices) throw new CaptureError('insecure');
    let fallback: MediaStreamTrack | undefined;
    let failure: unknown;
    for (const constraints of attempts(asked.sound)) {
      const track = await capture(constraints, asked.deviceId).catch((cause: Error) => {
        if (cause.name !== 'OverconstrainedError') throw captureError(cause);
        failure = cause;
      });
      if (!track) continue;
      fallback?.stop();
      if (suits(appliedBy(track), asked.sound)) return new Capture(track, { ...asked });
      fallback = track;
    }
    if (!fallback) throw captureError(failure);
    return new Capture(fallback, { ...asked });
  }

  get deviceId(): string {
    return this.track.getSettings().deviceId ?? '';
  }

  /** Returns its undo, which may be called twice. */
  use(): () => void {
    this.#users += 1;
    let using = true;
    return () => {
      if (!using) return;
      using = false;
      this.#users -= 1;
      if (this.#users === 0) this.track.stop();
    };
  }
}

/**
 * What to ask for, until it is given. While a device is open without echo cancellation, Chromium (156) gives
 * its processing to whoever asks for none, exact or not, unless the number of channels differs. The last
 * attempt leaves the browser free.
 */
function attempts(sound: MicrophoneSound): MediaTrackConstraints[] {
  const strict = constraintsOf(sound, { strict: true });
  const channels = (exact: number) => ({ ...strict, channelCount: { exact } });
  return [strict, channels(1), channels(2), constraintsOf(sound, { strict: false })];
}

async function capture(
  audio: MediaTrackConstraints,
  deviceId: string,
): Promise<MediaStreamTrack | undefined> {
  const device = deviceId ? { deviceId: { ideal: deviceId } } : {};
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { ...audio, ...device } });
  return stream.getAudioTracks()[0];
}
