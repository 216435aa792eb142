'use client';

import { Mic, MicOff } from 'lucide-react';
import { HoldButton } from '../devices/hold-button.tsx';
import { usePushToTalk } from '../devices/push-to-talk-settings.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useSnapshot } from './inside.tsx';
import { useRoomAccess, useVisit } from './room-provider.tsx';

/** Mutes, unmutes, and for a listener turns the microphone on. `brief` shows the picture alone. */
export function MicrophoneControl({ brief = false }: { brief?: boolean }) {
  const t = useText();
  const { visit } = useRoomAccess();
  const state = useVisit();
  const microphone = useSnapshot((snapshot) => snapshot.self.microphone);
  const [{ on: holds }] = usePushToTalk();
  const switching = state.at === 'inside' && state.control === 'switching';
  const muted = microphone === 'muted';
  const label = t(
    microphone === 'off'
      ? 'controls.goLive'
      : muted
        ? switching
          ? 'controls.unmuting'
          : 'controls.unmute'
        : 'controls.mute',
  );
  const Icon = muted ? MicOff : Mic;
  const press = () => void (microphone === 'off' ? visit.switchMicrophone('live') : visit.toggleMute());

  const describedBy = brief ? undefined : 'microphone-state';
  const className = brief
    ? 'min-w-12 shrink-0'
    : 'min-w-12 shrink-0 @min-[19rem]:min-w-16 @min-[34rem]:min-w-30 @min-[34rem]:px-4';

  if (holds && microphone !== 'off') {
    return (
      <HoldButton
        live={!muted}
        describedBy={describedBy}
        className={className}
        labelClassName={brief ? 'hidden' : 'hidden @min-[34rem]:inline'}
        onHold={() => visit.hold()}
        onRelease={() => visit.release()}
      />
    );
  }
  return (
    <Button
      look={muted ? 'muted' : 'voice'}
      pad="none"
      aria-label={label}
      title={label}
      aria-describedby={describedBy}
      aria-busy={switching}
      {...(microphone !== 'off' && { 'aria-keyshortcuts': 'M' })}
      onClick={press}
      className={className}
    >
      <Icon aria-hidden="true" className="size-5.5 shrink-0" />
      {!brief && <span className="hidden @min-[34rem]:inline">{label}</span>}
    </Button>
  );
}
