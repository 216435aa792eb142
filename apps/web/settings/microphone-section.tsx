'use client';

import { useEffect } from 'react';
import { MicrophoneCheck } from '../devices/microphone-check.tsx';
import { listMicrophones } from '../room/client-library.ts';
import { useMicrophone, useRoomAccess } from '../room/room-provider.tsx';

/** The lobby's microphone panel again, inside the room and on the same capture. */
export function MicrophoneSection() {
  const { desk, visit } = useRoomAccess();
  const state = useMicrophone();
  useEffect(() => () => visit.letGoOfUnused(), [visit]);

  return (
    <MicrophoneCheck
      state={state}
      turnOn="microphone.check"
      list={listMicrophones}
      onTurnOn={() => void desk.open()}
      onPick={(deviceId) => void visit.changeDevice(deviceId)}
    />
  );
}
