import type { MicrophoneSound } from '@earshot/client/browser';

export const presets = ['voice', 'music', 'raw'] as const;
export type Preset = (typeof presets)[number];

/** `learned`: by a neural network of ours instead of the browser's own filter. */
export type NoiseSuppression = 'off' | 'browser' | 'learned';

/** How a person wants to sound. */
export interface SoundSettings {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: NoiseSuppression;
  readonly autoGainControl: boolean;
  readonly stereo: boolean;
  readonly kbps: number;
  readonly dtx: boolean;
}

export const bitratesKbps = [16, 24, 40, 64, 96, 128, 192, 256] as const;

export const presetSettings: Readonly<Record<Preset, SoundSettings>> = {
  voice: {
    echoCancellation: true,
    noiseSuppression: 'browser',
    autoGainControl: true,
    stereo: false,
    kbps: 40,
    dtx: true,
  },
  // Echo cancellation takes the quiet parts of music for echo, and browsers give it in mono only.
  music: {
    echoCancellation: false,
    noiseSuppression: 'off',
    autoGainControl: false,
    stereo: true,
    kbps: 128,
    dtx: false,
  },
  raw: {
    echoCancellation: false,
    noiseSuppression: 'off',
    autoGainControl: false,
    stereo: true,
    kbps: 256,
    dtx: false,
  },
};

/** The preset that the settings are just now, if they are one. A learned filter is still for a voice. */
export function presetOf(settings: SoundSettings): Preset | undefined {
  const plain =
    settings.noiseSuppression === 'learned' ? { ...settings, noiseSuppression: 'browser' } : settings;
  return presets.find((preset) =>
    Object.entries(presetSettings[preset]).every(
      ([key, value]) => plain[key as keyof SoundSettings] === value,
    ),
  );
}

/** What is asked of the browser. Two suppressors in a row would swallow the voice. */
export function soundOf(settings: SoundSettings): MicrophoneSound {
  const { echoCancellation, noiseSuppression, autoGainControl, kbps, dtx } = settings;
  return {
    echoCancellation,
    noiseSuppression: noiseSuppression === 'browser',
    autoGainControl,
    encoding: {
      // The network hears one channel.
      stereo: settings.stereo && noiseSuppression !== 'learned',
      maxBitrateBps: kbps * 1_000,
      dtx,
    },
  };
}

/** Reads what was remembered; whatever is missing or makes no sense is as a voice needs it. */
export function parseSoundSettings(stored: string | null): SoundSettings {
  const { voice } = presetSettings;
  const read = fields(stored);
  const flag = (key: 'echoCancellation' | 'autoGainControl' | 'stereo' | 'dtx') =>
    typeof read[key] === 'boolean' ? read[key] : voice[key];
  const suppressions = ['off', 'browser', 'learned'] as const;
  return {
    echoCancellation: flag('echoCancellation'),
    noiseSuppression: suppressions.find((each) => each === read.noiseSuppression) ?? voice.noiseSuppression,
    autoGainControl: flag('autoGainControl'),
    stereo: flag('stereo'),
    kbps: bitratesKbps.find((each) => each === read.kbps) ?? voice.kbps,
    dtx: flag('dtx'),
  };
}

function fields(stored: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
