'use client';

import { setCertificates } from '@earshot/client/own-identity';
import type { Device } from '@earshot/protocol';
import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { DeviceItem } from './device-item.tsx';
import { KinNotice } from './kin-notice.tsx';
import { type KinProblem, kinProblem } from './kin-problem.ts';
import { type OwnPerson, ownDeviceName } from './own-person.ts';

/** One's devices that are linked now, each to be renamed and unlinked. */
export function DeviceList({
  person,
  onChange,
  onLeft,
}: {
  person: OwnPerson;
  onChange: (devices: readonly Device[]) => void;
  /** This device is on its own again. */
  onLeft: () => void;
}) {
  const t = useText();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<KinProblem>();
  const { identity, service, devices } = person;
  const living = devices.filter(
    ({ purpose, revokedAtMs, expiresAtMs = Number.POSITIVE_INFINITY }) =>
      purpose !== 'recovery' && revokedAtMs === undefined && expiresAtMs > Date.now(),
  );

  function attempt(doing: Promise<unknown>) {
    setProblem(undefined);
    doing.catch((error) => setProblem(kinProblem(error)));
  }

  async function rename(key: string, name: string) {
    onChange(await service.rename(key, name));
  }

  async function unlink({ key, name }: Device) {
    const left = await service.revoke(key);
    if (key === identity.key) {
      await setCertificates(undefined);
      onLeft();
      return;
    }
    onChange(left);
    setSaid(t('identity.unlinked', { name: name || t('identity.unnamed') }));
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <ul aria-label={t('identity.list')} className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {living.map((device) => (
          <DeviceItem
            key={device.key}
            device={
              device.key === identity.key && !device.name ? { ...device, name: ownDeviceName(t) } : device
            }
            own={device.key === identity.key}
            onRename={(name) => attempt(rename(device.key, name))}
            onUnlink={() => attempt(unlink(device))}
          />
        ))}
      </ul>
      <p role="status" className="text-sm text-soft empty:hidden">
        {said}
      </p>
      {problem && <KinNotice problem={problem} />}
    </div>
  );
}
