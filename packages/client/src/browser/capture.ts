import { CaptureError, captureError } from './capture-error.ts';
import { constraintsOf, type MicrophoneSound } from './microphone-sound.ts';

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
    const { deviceId, sound } = asked;
    if (!globalThis.isSecureContext || !navigator.mediaDevices) throw new CaptureError('insecure');
    const device = deviceId ? { deviceId: { ideal: deviceId } } : {};
    const ask = (strict: boolean) =>
      navigator.mediaDevices.getUserMedia({ audio: { ...constraintsOf(sound, { strict }), ...device } });
    try {
      const stream = await ask(true).catch((cause: Error) => {
        if (cause.name !== 'OverconstrainedError') throw cause;
        return ask(false);
      });
      const [track] = stream.getAudioTracks();
      if (!track) throw new CaptureError('none');
      return new Capture(track, { ...asked });
    } catch (cause) {
      throw cause instanceof CaptureError ? cause : captureError(cause);
    }
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
