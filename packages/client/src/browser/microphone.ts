import { BrowserMicrophone, type FilteredTrack } from './browser-microphone.ts';
import { Capture } from './capture.ts';
import { appliedBy, constraintsOf, type MicrophoneSound, suits, voiceSound } from './microphone-sound.ts';

export interface MicrophoneInfo {
  readonly deviceId: string;
  /** Empty until the person has once allowed a microphone. */
  readonly label: string;
}

export interface OpenMicrophoneOptions {
  /** Empty, or left out: the system's choice. One that is not there (any more) gives that as well. */
  deviceId?: string;
  /** Left out: as a voice needs it. */
  sound?: MicrophoneSound;
  /** One that is open already: its capture is used again wherever it can do what is asked. */
  current?: BrowserMicrophone | undefined;
  /** Works on what was captured. Where it fails the microphone opens without it: look at `filtered`. */
  filter?: ((source: MediaStreamTrack) => Promise<FilteredTrack>) | undefined;
}

/**
 * Asks for a microphone. Look at the result's `deviceId`, `applied` and `filtered` for what one really got.
 * @throws CaptureError
 */
export async function openMicrophone(options: OpenMicrophoneOptions = {}): Promise<BrowserMicrophone> {
  const { deviceId = '', sound = voiceSound, current, filter } = options;
  const fits = current && (await canGoOn(current.capture, { deviceId, sound }));
  const capture = fits ? current.capture : await Capture.open({ deviceId, sound });
  // Held while the filter starts, which takes a moment.
  const letGo = capture.use();
  try {
    const filtered = await filter?.(capture.track).catch(() => undefined);
    return new BrowserMicrophone(capture, { encoding: sound.encoding, filtered });
  } finally {
    letGo();
  }
}

/** Whether a capture can do what is asked without a new one, which would cut its echo cancellation off. */
async function canGoOn(
  capture: Capture,
  { deviceId, sound }: { deviceId: string; sound: MicrophoneSound },
): Promise<boolean> {
  const { track, asked } = capture;
  if (track.readyState === 'ended' || (deviceId !== asked.deviceId && deviceId !== capture.deviceId)) {
    return false;
  }
  const processing = (one: MicrophoneSound) => JSON.stringify(constraintsOf(one, { strict: true }));
  if (processing(asked.sound) === processing(sound)) return true;
  // Chromium takes no change and says nothing; Firefox does it.
  await track.applyConstraints(constraintsOf(sound, { strict: false })).catch(() => {});
  if (!suits(appliedBy(track), sound)) return false;
  asked.sound = sound;
  return true;
}

/** The microphones that a person can choose from; empty where the page may not know. */
export async function listMicrophones(): Promise<MicrophoneInfo[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices
    .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}
