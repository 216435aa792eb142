'use client';

import { useEffect } from 'react';
import { watchHeldKey } from '../devices/hold-key.ts';
import { usePushToTalk } from '../devices/push-to-talk-settings.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { useRoomAccess } from './room-provider.tsx';

/** Push-to-talk by key, as it is set. */
export function PushToTalk() {
  const { visit } = useRoomAccess();
  const [{ on, code, key }] = usePushToTalk();
  useShortcut({ keys: on ? (code === 'Space' ? 'space' : key) : undefined, label: 'shortcuts.talk' });

  useEffect(() => visit.setTalkMode(on ? 'hold' : 'switch'), [visit, on]);
  useEffect(() => {
    if (!on) return;
    return watchHeldKey({ code, onHold: () => visit.hold(), onRelease: () => visit.release() });
  }, [visit, on, code]);
  return null;
}
