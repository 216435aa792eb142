import type { Device, PreferredDevice } from '../device-choice.ts';
import { MicrophoneDesk } from '../microphone-desk.ts';
import type { FakeMicrophone } from './fake-microphone.ts';

export interface World {
  open(deviceId: string): Promise<FakeMicrophone>;
  preferred?: PreferredDevice;
  mayUse?: boolean;
}

/** A desk in a world of devices that come and go. */
export function deskIn({ open, preferred = { deviceId: '', label: '' }, mayUse = true }: World) {
  const world = { devices: [] as Device[], preferred, mayUse, pauses: 0, handed: [] as string[] };
  let listener = () => {};
  const one = new MicrophoneDesk({
    open: async ({ deviceId }) => (await open(deviceId)).asBrowser,
    devices: {
      list: async () => world.devices,
      onChange: (next) => {
        listener = next;
        return () => {
          listener = () => {};
        };
      },
    },
    preferred: {
      read: () => world.preferred,
      write: (device) => {
        world.preferred = device;
      },
    },
    mayUse: async () => world.mayUse,
    pause: async () => {
      world.pauses += 1;
    },
  });
  one.handOverTo(async ({ deviceId }) => void world.handed.push(deviceId));
  const settle = async () => {
    for (let turns = 0; turns < 5; turns += 1) await new Promise(setImmediate);
  };
  /** From now on these are there. */
  const plug = async (...devices: Device[]) => {
    world.devices = devices;
    listener();
    await settle();
  };
  return { one, world, plug, settle };
}

/** What is open now. */
export function opened(one: MicrophoneDesk): FakeMicrophone {
  if (one.state.at !== 'open') throw new Error(`the desk is ${one.state.at}`);
  return one.state.microphone as unknown as FakeMicrophone;
}

/** A browser that gives nothing, and why. */
export const refusing = (code: string) => async (): Promise<FakeMicrophone> => {
  throw Object.assign(new Error(code), { code });
};
