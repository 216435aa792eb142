'use client';

import { LogOut, Mic, MicOff, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { CopyLink } from './copy-link.tsx';
import { MicrophoneSettings } from './microphone-settings.tsx';
import { useMicrophone, useRoomAccess, useVisit } from './room-provider.tsx';
import type { RoomStore } from './room-store.ts';
import { useMuteKey } from './use-mute-key.ts';

const states = { live: 'controls.live', muted: 'controls.muted', off: 'controls.listening' } as const;

/** What one can do in a room. The state of the microphone stands there in words. */
export function ControlBar({ store }: { store: RoomStore }) {
  const t = useText();
  const { visit } = useRoomAccess();
  const microphone = useStore(store, (snapshot) => snapshot.self.microphone);
  const asking = useMicrophone().at === 'opening';
  const [settings, setSettings] = useState(false);
  useMuteKey(() => void visit.toggleMute());

  return (
    <section
      aria-label={t('controls.bar')}
      className="grid justify-items-center gap-2 px-3 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:pb-5"
    >
      <p id="microphone-state" className="text-sm text-soft">
        <span className={microphone === 'muted' ? 'font-semibold text-alert' : ''}>
          {t(asking ? 'microphone.opening' : states[microphone])}
        </span>
        {microphone !== 'off' && <span className="hidden sm:inline"> · {t('controls.shortcut')}</span>}
      </p>
      <div className="flex max-w-full flex-wrap items-center justify-center gap-1 rounded-[1.9rem] border border-line bg-raised p-1.5 shadow-bar sm:gap-2">
        <MicrophoneButton microphone={microphone} />
        <IconButton
          icon={SlidersHorizontal}
          label={t('controls.microphone')}
          aria-haspopup="dialog"
          onClick={() => setSettings(true)}
        />
        <CopyLink />
        <Button look="leave" aria-label={t('controls.leave')} onClick={() => visit.leave()} pad="snug">
          <LogOut aria-hidden="true" className="size-5 rtl:-scale-x-100" />
          <span className="hidden sm:inline">{t('controls.leave')}</span>
        </Button>
      </div>
      {settings && <MicrophoneSettings onClose={() => setSettings(false)} />}
    </section>
  );
}

function MicrophoneButton({ microphone }: { microphone: 'live' | 'muted' | 'off' }) {
  const t = useText();
  const { visit } = useRoomAccess();
  const state = useVisit();
  const switching = state.at === 'inside' && state.control === 'switching';
  const common = {
    'aria-describedby': 'microphone-state',
    'aria-busy': switching,
    pad: 'snug',
    className: 'min-w-30',
  } as const;

  if (microphone === 'off') {
    return (
      <Button {...common} look="voice" onClick={() => void visit.switchMicrophone('live')}>
        <Mic aria-hidden="true" className="size-5 shrink-0" />
        {t('controls.goLive')}
      </Button>
    );
  }
  const muted = microphone === 'muted';
  const Icon = muted ? MicOff : Mic;
  return (
    <Button
      {...common}
      look={muted ? 'muted' : 'voice'}
      aria-keyshortcuts="M"
      onClick={() => void visit.toggleMute()}
    >
      <Icon aria-hidden="true" className="size-5" />
      {t(muted ? (switching ? 'controls.unmuting' : 'controls.unmute') : 'controls.mute')}
    </Button>
  );
}
