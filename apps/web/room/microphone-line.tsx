'use client';

import { keyName, usePushToTalk } from '../devices/push-to-talk-settings.ts';
import { useFloor } from '../hosting/use-floor.ts';
import { useListensFor } from '../hosting/use-listens-for.ts';
import { useLanguage } from '../i18n/language.ts';
import { useSingleKeys } from '../shortcuts/use-shortcut.ts';
import { useSnapshot } from './inside.tsx';
import { useMicrophone } from './room-provider.tsx';

const states = { live: 'controls.live', muted: 'controls.muted', off: 'controls.listening' } as const;

/** The state of the microphone, in words. */
export function MicrophoneLine() {
  const { t, format } = useLanguage();
  const microphone = useSnapshot((snapshot) => snapshot.self.microphone);
  const asking = useMicrophone().at === 'opening';
  const [singleKeys] = useSingleKeys();
  const [push] = usePushToTalk();
  const floor = useFloor();
  const listensForMs = useListensFor();
  if (floor !== 'free') {
    return (
      <p
        id="microphone-state"
        className={`text-center text-sm ${floor === 'withheld' ? 'text-alert' : 'text-soft'}`}
      >
        {floor === 'listening' && listensForMs !== undefined
          ? t('floor.listensFor', { time: format.duration(listensForMs) })
          : t(floor === 'withheld' ? 'floor.withheldWhy' : 'floor.listening')}
      </p>
    );
  }
  const shortcut = push.on
    ? t('talk.holdKey', { key: keyName(push) || t('talk.space') })
    : singleKeys && t('controls.shortcut');
  return (
    <p id="microphone-state" className="text-sm text-soft">
      <span className={microphone === 'muted' ? 'font-semibold text-alert' : ''}>
        {t(asking ? 'microphone.opening' : states[microphone])}
      </span>
      {microphone !== 'off' && shortcut && <span className="hidden @min-[34rem]:inline"> · {shortcut}</span>}
    </p>
  );
}
