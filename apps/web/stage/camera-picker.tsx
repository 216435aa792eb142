'use client';

import type { Device } from '../devices/device-choice.ts';
import { useDevices } from '../devices/use-devices.ts';
import { useText } from '../i18n/language.ts';
import { clientLibrary } from '../room/client-library.ts';
import { SelectField } from '../ui/select-field.tsx';

/** Chooses among the cameras that are plugged in just now. */
export function CameraPicker({ current, onPick }: { current: Device; onPick: (deviceId: string) => void }) {
  const t = useText();
  const found = useDevices(listCameras);
  const devices = found.some(({ deviceId }) => deviceId === current.deviceId) ? found : [current, ...found];
  return (
    <SelectField
      label={t('camera.picker')}
      value={current.deviceId}
      onChange={onPick}
      options={devices.map(({ deviceId, label }, index) => (
        <option key={deviceId} value={deviceId}>
          {label || t('camera.unnamed', { number: index + 1 })}
        </option>
      ))}
    />
  );
}

async function listCameras(): Promise<readonly Device[]> {
  return (await clientLibrary()).listCameras();
}
