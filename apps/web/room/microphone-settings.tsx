'use client';

import { useEffect } from 'react';
import { MicrophoneCheck } from '../devices/microphone-check.tsx';
import { useText } from '../i18n/language.ts';
import { Dialog } from '../ui/dialog.tsx';
import { listMicrophones } from './client-library.ts';
import { useMicrophone, useRoomAccess } from './room-provider.tsx';

/** The lobby's microphone panel again, inside the room and on the same capture. */
export function MicrophoneSettings({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { desk, visit } = useRoomAccess();
  const state = useMicrophone();
  useEffect(() => () => visit.letGoOfUnused(), [visit]);

  return (
    <Dialog heading={t('microphone.heading')} onClose={onClose}>
      <MicrophoneCheck
        state={state}
        turnOn="microphone.check"
        list={listMicrophones}
        onTurnOn={() => void desk.open()}
        onPick={(deviceId) => void visit.changeDevice(deviceId)}
      />
    </Dialog>
  );
}
