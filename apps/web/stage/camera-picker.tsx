'use client';

import { ChevronDown } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { clientLibrary } from '../room/client-library.ts';

interface Device {
  readonly deviceId: string;
  readonly label: string;
}

/** Chooses among the cameras that are plugged in just now. */
export function CameraPicker({ current, onPick }: { current: Device; onPick: (deviceId: string) => void }) {
  const t = useText();
  const id = useId();
  const found = useCameras();
  const devices = found.some(({ deviceId }) => deviceId === current.deviceId) ? found : [current, ...found];
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold">
        {t('camera.picker')}
      </label>
      <div className="relative">
        <select
          id={id}
          value={current.deviceId}
          onChange={(event) => onPick(event.target.value)}
          className="min-h-12 w-full appearance-none truncate rounded-md border border-edge bg-raised ps-4 pe-11"
        >
          {devices.map(({ deviceId, label }, index) => (
            <option key={deviceId} value={deviceId}>
              {label || t('camera.unnamed', { number: index + 1 })}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute end-4 top-1/2 size-4 -translate-y-1/2 text-soft"
        />
      </div>
    </div>
  );
}

function useCameras(): readonly Device[] {
  const [devices, setDevices] = useState<readonly Device[]>([]);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const next = await clientLibrary()
        .then((library) => library.listCameras())
        .catch(() => []);
      if (!gone) setDevices(next);
    };
    void look();
    navigator.mediaDevices?.addEventListener('devicechange', look);
    return () => {
      gone = true;
      navigator.mediaDevices?.removeEventListener('devicechange', look);
    };
  }, []);
  return devices;
}
