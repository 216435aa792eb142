'use client';

import { Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { HandControl } from '../people/hand-control.tsx';
import { ReactionControl } from '../people/reaction-control.tsx';
import { CameraControl } from '../stage/camera-control.tsx';
import { ScreenControl } from '../stage/screen-control.tsx';
import { Control } from './control.tsx';
import { useFrame } from './frame.tsx';
import { SettingsDialog } from './frame-parts.tsx';
import { PanelControl } from './panel-control.tsx';

export interface ControlEntry {
  readonly id: string;
  /** Draws one `Control`. */
  readonly Entry: () => ReactNode;
  /** The lower, the longer it stays in the bar when that gets narrow; the others go behind "More". */
  readonly rank: number;
  /** It is for those who may speak. */
  readonly forSpeakers?: true;
}

/** What stands between the microphone and "Leave", in its order. */
export const controls: readonly ControlEntry[] = [
  { id: 'camera', Entry: CameraControl, rank: 15, forSpeakers: true },
  { id: 'screen', Entry: ScreenControl, rank: 30, forSpeakers: true },
  { id: 'hand', Entry: HandControl, rank: 20, forSpeakers: true },
  { id: 'react', Entry: ReactionControl, rank: 35 },
  { id: 'chat', Entry: () => <PanelControl id="chat" keys="c" />, rank: 10 },
  { id: 'people', Entry: () => <PanelControl id="people" keys="p" />, rank: 50 },
  { id: 'settings', Entry: SettingsControl, rank: 60 },
];

function SettingsControl() {
  const t = useText();
  const { openSettings } = useFrame();
  return (
    <Control
      icon={Settings}
      label={t('frame.settings')}
      opens="dialog"
      keys=","
      onPress={() => openSettings()}
      onNear={SettingsDialog.prepare}
    />
  );
}
