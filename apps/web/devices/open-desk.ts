import type { BrowserMicrophone, FilteredTrack, OpenMicrophoneOptions } from '@earshot/client/browser';
import type { Device } from './device-choice.ts';
import { MicrophoneDesk } from './microphone-desk.ts';
import { GivenPermission } from './permission.ts';
import { preferredDevice, readSoundSettings } from './sound-memory.ts';
import { soundOf } from './sound-settings.ts';

interface DeviceLibrary {
  openMicrophone(options: OpenMicrophoneOptions): Promise<BrowserMicrophone>;
  listMicrophones(): Promise<readonly Device[]>;
}

/** The desk of this page, on the browser's devices. */
export function openDesk(library: () => Promise<DeviceLibrary>): MicrophoneDesk {
  const permission = new GivenPermission();
  return new MicrophoneDesk({
    open: async (options) => {
      const settings = readSoundSettings();
      const filter = settings.noiseSuppression === 'learned' ? { filter: suppressNoise } : {};
      const { openMicrophone } = await library();
      const microphone = await openMicrophone({ ...options, ...filter, sound: soundOf(settings) });
      void permission.note();
      return microphone;
    },
    devices: {
      list: async () => (await library()).listMicrophones(),
      onChange: (listener) => {
        navigator.mediaDevices.addEventListener('devicechange', listener);
        return () => navigator.mediaDevices.removeEventListener('devicechange', listener);
      },
    },
    preferred: preferredDevice,
    mayUse: () => permission.stands(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}

/** Loaded only by those who switched it on. */
async function suppressNoise(source: MediaStreamTrack): Promise<FilteredTrack> {
  const { LearnedSuppression } = await import('./learned-suppression.ts');
  return LearnedSuppression.open(source);
}
