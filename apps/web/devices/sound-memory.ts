import { readStored, writeStored } from '../ui/stored.ts';
import type { PreferredDevice } from './device-choice.ts';
import { parseSoundSettings, type SoundSettings } from './sound-settings.ts';

const deviceKey = 'earshot.microphone';
const labelKey = 'earshot.microphoneLabel';
const soundKey = 'earshot.sound';

/** What this browser remembers of a person's microphone. */
export const preferredDevice = {
  read: (): PreferredDevice => ({ deviceId: readStored(deviceKey) ?? '', label: readStored(labelKey) ?? '' }),
  write: ({ deviceId, label }: PreferredDevice): void => {
    writeStored(deviceKey, deviceId);
    writeStored(labelKey, label);
  },
};

export function readSoundSettings(): SoundSettings {
  return parseSoundSettings(readStored(soundKey));
}

export function writeSoundSettings(settings: SoundSettings): void {
  writeStored(soundKey, JSON.stringify(settings));
}
