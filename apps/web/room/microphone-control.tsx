'use client';

import { Hand, Mic, MicOff } from 'lucide-react';
import { HoldButton } from '../devices/hold-button.tsx';
import { usePushToTalk } from '../devices/push-to-talk-settings.ts';
import { useFloor } from '../hosting/use-floor.ts';
import { useText } from '../i18n/language.ts';
import { useHand } from '../people/use-hand.ts';
import { Button } from '../ui/button.tsx';
import { useSnapshot } from './inside.tsx';
import { useRoomAccess, useVisit } from './room-provider.tsx';
import { useSay } from './say.tsx';

/**
 * Mutes, unmutes, and turns the microphone on; for whoever may not speak, asks for that or says why. `brief` shows
 * the picture alone.
 */
export function MicrophoneControl({ brief = false }: { brief?: boolean }) {
  const t = useText();
  const { visit } = useRoomAccess();
  const state = useVisit();
  const microphone = useSnapshot((snapshot) => snapshot.self.microphone);
  const [{ on: holds }] = usePushToTalk();
  const floor = useFloor();
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

  if (floor !== 'free') {
    const Closed = floor === 'listening' ? AskForFloor : Withheld;
    return <Closed brief={brief} describedBy={describedBy} className={className} />;
  }
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

interface ClosedProps {
  brief: boolean;
  describedBy: string | undefined;
  className: string;
}

/** In place of the microphone of somebody who listens until they are made a speaker. */
function AskForFloor({ brief, describedBy, className }: ClosedProps) {
  const t = useText();
  const { raised, toggle } = useHand();
  const label = t(raised ? 'hand.lower' : 'floor.raise');
  return (
    <Button
      look={raised ? 'on' : 'voice'}
      pad="none"
      aria-label={label}
      title={label}
      aria-describedby={describedBy}
      onClick={toggle}
      className={className}
    >
      <Hand aria-hidden="true" className="size-5.5 shrink-0" />
      {!brief && <span className="hidden @min-[34rem]:inline">{label}</span>}
    </Button>
  );
}

/** In place of the microphone of somebody whom a host has muted: it says why it does not open. */
function Withheld({ brief, describedBy, className }: ClosedProps) {
  const t = useText();
  const say = useSay();
  const label = t('floor.withheld');
  return (
    <Button
      look="muted"
      pad="none"
      aria-label={label}
      title={t('floor.withheldWhy')}
      aria-describedby={describedBy}
      aria-disabled="true"
      onClick={() => say(t('floor.withheldWhy'))}
      className={className}
    >
      <MicOff aria-hidden="true" className="size-5.5 shrink-0" />
      {!brief && <span className="hidden @min-[34rem]:inline">{label}</span>}
    </Button>
  );
}
