'use client';

import { Mic } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { Device } from './device-choice.ts';
import { LevelBar } from './level-bar.tsx';
import { MicrophoneNotice } from './microphone-notice.tsx';
import { MicrophonePicker } from './microphone-picker.tsx';
import type { MicrophoneState } from './microphone-state.ts';

export interface MicrophoneCheckProps {
  state: MicrophoneState;
  /** What turning it on does here, in words. */
  turnOn: 'microphone.turnOn' | 'microphone.check';
  onTurnOn: () => void;
  onPick: (deviceId: string) => void;
  list: () => Promise<readonly Device[]>;
  onLevel?: (shown: number) => void;
}

/** Whether one will be heard: asks for the microphone, then shows its level and lets one choose another. */
export function MicrophoneCheck({ state, turnOn, onTurnOn, onPick, list, onLevel }: MicrophoneCheckProps) {
  const t = useText();
  switch (state.at) {
    case 'closed':
      return (
        <div className="grid gap-3">
          <p className="text-soft">{t('microphone.why')}</p>
          <Button onClick={onTurnOn}>
            <Mic aria-hidden="true" className="size-5" />
            {t(turnOn)}
          </Button>
        </div>
      );
    case 'opening':
    case 'replacing':
      return (
        <p role="status" className="flex min-h-12 items-center gap-3 text-soft">
          <Waiting />
          {t(state.at === 'opening' ? 'microphone.opening' : 'microphone.replacing')}
        </p>
      );
    case 'open': {
      const { microphone, problem } = state;
      return (
        <div className="grid gap-5">
          <LevelBar track={microphone.source} {...(onLevel && { onLevel })} />
          <MicrophonePicker current={microphone} list={list} onPick={onPick} />
          {problem && <MicrophoneNotice problem={problem} />}
        </div>
      );
    }
    case 'refused':
      return <MicrophoneNotice problem={state.problem} onRetry={onTurnOn} />;
  }
}
