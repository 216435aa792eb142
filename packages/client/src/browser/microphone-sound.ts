import type { MicrophoneEncoding } from '../engine.ts';
import { voiceEncoding } from '../microphone/voice-encoding.ts';

/** What the browser does to a captured voice. */
export interface Processing {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
}

/** How a microphone sounds: what is done to it, and how it is encoded. */
export interface MicrophoneSound extends Processing {
  readonly encoding: MicrophoneEncoding;
}

export const voiceSound: MicrophoneSound = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  encoding: voiceEncoding,
};

/** What a browser really gives, as `getSettings` tells; undefined where it does not tell. */
export type Applied = { readonly [Key in keyof Processing | 'stereo']: boolean | undefined };

/**
 * Asked for exactly: where wishes cannot all be met (stereo and echo cancellation, in Chromium), a browser
 * would drop any of them, and an echo that comes back is worse than mono.
 */
export function constraintsOf(
  { echoCancellation, noiseSuppression, autoGainControl, encoding }: MicrophoneSound,
  { strict }: { strict: boolean },
): MediaTrackConstraints {
  const wish = (value: boolean) => (strict ? { exact: value } : { ideal: value });
  return {
    echoCancellation: wish(echoCancellation),
    noiseSuppression: wish(noiseSuppression),
    autoGainControl: wish(autoGainControl),
    channelCount: { ideal: encoding.stereo ? 2 : 1 },
  };
}

export function appliedBy(track: MediaStreamTrack): Applied {
  const { echoCancellation, noiseSuppression, autoGainControl, channelCount } = track.getSettings();
  return {
    echoCancellation: asBoolean(echoCancellation),
    noiseSuppression,
    autoGainControl,
    stereo: channelCount === undefined ? undefined : channelCount > 1,
  };
}

/** Echo cancellation may be one of several kinds by now: https://github.com/w3c/mediacapture-main/pull/1018 */
function asBoolean(value: unknown): boolean | undefined {
  return value === undefined ? undefined : value !== false;
}

/** Whether a capture does what is asked of it, as far as the browser tells. A second channel does no harm. */
export function suits(applied: Applied, sound: MicrophoneSound): boolean {
  if (sound.encoding.stereo && applied.stereo === false) return false;
  const keys = ['echoCancellation', 'noiseSuppression', 'autoGainControl'] as const;
  return keys.every((key) => applied[key] === undefined || applied[key] === sound[key]);
}
