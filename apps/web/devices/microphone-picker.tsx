'use client';

import { useText } from '../i18n/language.ts';
import { SelectField } from '../ui/select-field.tsx';
import { choosable, type Device, plainLabel } from './device-choice.ts';
import { useDevices } from './use-devices.ts';

/** Chooses among the microphones that are plugged in just now. */
export function MicrophonePicker({
  current,
  list,
  onPick,
}: {
  current: Device;
  /** The microphones of this machine; names are there once permission is. */
  list: () => Promise<readonly Device[]>;
  onPick: (deviceId: string) => void;
}) {
  const t = useText();
  const found = useDevices(list);
  const all = found.some(({ deviceId }) => deviceId === current.deviceId) ? found : [current, ...found];
  const name = ({ deviceId, label }: Device, number: number) => {
    const plain = plainLabel(label) || t('microphone.unnamed', { number });
    return deviceId === 'default' ? t('microphone.systemChoice', { device: plain }) : plain;
  };

  return (
    <SelectField
      label={t('microphone.picker')}
      value={current.deviceId}
      onChange={onPick}
      options={choosable(all).map((device, index) => (
        <option key={device.deviceId} value={device.deviceId}>
          {name(device, index + 1)}
        </option>
      ))}
    />
  );
}
