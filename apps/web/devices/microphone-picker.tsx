'use client';

import { ChevronDown } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { choosable, type Device, plainLabel } from './device-choice.ts';

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
  const id = useId();
  const found = useDevices(list);
  const all = found.some(({ deviceId }) => deviceId === current.deviceId) ? found : [current, ...found];
  const devices = choosable(all);
  const name = ({ deviceId, label }: Device, number: number) => {
    const plain = plainLabel(label) || t('microphone.unnamed', { number });
    return deviceId === 'default' ? t('microphone.systemChoice', { device: plain }) : plain;
  };

  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold">
        {t('microphone.picker')}
      </label>
      <div className="relative">
        <select
          id={id}
          value={current.deviceId}
          onChange={(event) => onPick(event.target.value)}
          className="min-h-12 w-full appearance-none truncate rounded-md border border-edge bg-raised ps-4 pe-11"
        >
          {devices.map((device, index) => (
            <option key={device.deviceId} value={device.deviceId}>
              {name(device, index + 1)}
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

function useDevices(list: () => Promise<readonly Device[]>): readonly Device[] {
  const [devices, setDevices] = useState<readonly Device[]>([]);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const next = await list().catch(() => []);
      if (!gone) setDevices(next);
    };
    void look();
    navigator.mediaDevices?.addEventListener('devicechange', look);
    return () => {
      gone = true;
      navigator.mediaDevices?.removeEventListener('devicechange', look);
    };
  }, [list]);
  return devices;
}
