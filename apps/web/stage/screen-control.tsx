'use client';

import { MonitorUp, MonitorX } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { Control } from '../room/control.tsx';
import { useShareDesk, useShares } from './use-share-desk.ts';

/** Shares a screen, and while one is shared stops it: that is where people look for it. */
export function ScreenControl() {
  const t = useText();
  const desk = useShareDesk();
  const { screens } = useShares();
  const [first, ...more] = screens;
  if (!first) {
    return (
      <Control icon={MonitorUp} label={t('share.screen')} keys="s" onPress={() => void desk.addScreen()} />
    );
  }
  return (
    <Control
      icon={MonitorX}
      label={t(more.length > 0 ? 'share.stopAll' : 'share.stop')}
      keys="s"
      pressed
      onPress={() => desk.stopScreens()}
    />
  );
}
