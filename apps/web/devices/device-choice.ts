export interface Device {
  readonly deviceId: string;
  /** Empty until the person has once allowed a microphone. */
  readonly label: string;
}

/** What a person chose; an empty device is the system's choice. The label outlives ids that change. */
export type PreferredDevice = Device;

/** Entries that stand for another device of the list (Chromium; the second one on Windows). */
const standIns = new Set(['default', 'communications']);

export type Move =
  | { readonly to: 'stay' }
  /** The one in use has vanished, whether or not its track says so yet. */
  | { readonly to: 'another' }
  /** The one that the person chose is there (again). */
  | { readonly to: 'preferred'; readonly device: Device }
  /** The system now means another device by its choice. */
  | { readonly to: 'new_default' };

interface Moment {
  readonly preferred: PreferredDevice;
  /** The one in use. */
  readonly current: Device;
  readonly devices: readonly Device[];
  /** The label of the system's choice when it was opened; empty where there is no such entry. */
  readonly defaultWas: string;
}

/** What to do when the list of devices has changed. Pure. */
export function moveAfter({ preferred, current, devices, defaultWas }: Moment): Move {
  const known = devices.filter(({ deviceId }) => deviceId !== '');
  if (known.length === 0) return { to: 'stay' };
  const wished = findPreferred(preferred, known);
  if (wished && !isSame(wished, current)) return { to: 'preferred', device: wished };
  if (!known.some((device) => isSame(device, current))) return { to: 'another' };
  const defaultIs = labelOfDefault(known);
  const follows = current.deviceId === 'default' && defaultWas !== '' && defaultIs !== '';
  return follows && defaultIs !== defaultWas ? { to: 'new_default' } : { to: 'stay' };
}

/** By its id; or by its name, since a headset that connects anew may get another id. */
export function findPreferred(preferred: PreferredDevice, devices: readonly Device[]): Device | undefined {
  if (preferred.deviceId === '') return undefined;
  return (
    devices.find(({ deviceId }) => deviceId === preferred.deviceId) ??
    devices.find(
      ({ deviceId, label }) => label !== '' && label === preferred.label && !standIns.has(deviceId),
    )
  );
}

export function labelOfDefault(devices: readonly Device[]): string {
  return devices.find(({ deviceId }) => deviceId === 'default')?.label ?? '';
}

/** The devices as a picker lists them: the system's choice first, and none of them twice. */
export function choosable(devices: readonly Device[]): readonly Device[] {
  return devices.filter(({ deviceId }) => deviceId !== 'communications');
}

/** Chromium writes "Default - Headset" for the device that the system chose. */
export function plainLabel(label: string): string {
  return label.replace(/^(default|communications) - /i, '');
}

function isSame(one: Device, other: Device): boolean {
  return one.deviceId === other.deviceId || other.deviceId === '';
}
