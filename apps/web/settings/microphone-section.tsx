'use client';

import { useEffect, useState } from 'react';
import { MicrophoneCheck } from '../devices/microphone-check.tsx';
import { PushToTalkSection } from '../devices/push-to-talk-section.tsx';
import { readSoundSettings, writeSoundSettings } from '../devices/sound-memory.ts';
import { SoundSection } from '../devices/sound-section.tsx';
import type { SoundSettings } from '../devices/sound-settings.ts';
import { listMicrophones } from '../room/client-library.ts';
import { useMicrophone, useRoomAccess } from '../room/room-provider.tsx';

/** Everything about one's microphone: which, how loud, how it sounds, when it is open. */
export function MicrophoneSection() {
  const { desk, visit } = useRoomAccess();
  const state = useMicrophone();
  const [sound, setSound] = useState(readSoundSettings);
  const [tuning, setTuning] = useState(false);
  useEffect(() => () => visit.letGoOfUnused(), [visit]);

  async function change(settings: SoundSettings) {
    setSound(settings);
    writeSoundSettings(settings);
    setTuning(true);
    await desk.retune().finally(() => setTuning(false));
  }

  const open = state.at === 'open' ? state.microphone : undefined;
  const settled = open && !tuning;
  return (
    <div className="grid gap-7">
      <MicrophoneCheck
        state={state}
        turnOn="microphone.check"
        list={listMicrophones}
        onTurnOn={() => void desk.open()}
        onPick={(deviceId) => void visit.changeDevice(deviceId)}
      />
      <PushToTalkSection />
      <SoundSection
        settings={sound}
        applied={settled ? open.applied : undefined}
        learnedFailed={Boolean(settled && sound.noiseSuppression === 'learned' && !open.filtered)}
        onChange={(settings) => void change(settings)}
      />
    </div>
  );
}
