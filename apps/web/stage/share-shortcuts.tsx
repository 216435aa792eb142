'use client';

import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { useShareDesk, useShares } from './use-share-desk.ts';

/** The keys of the camera and of screens, wherever their buttons stand. */
export function ShareShortcuts() {
  const desk = useShareDesk();
  const { camera, screens } = useShares();
  const shown = camera.at === 'on' && camera.shown;
  useShortcut({
    keys: 'v',
    label: 'shortcuts.camera',
    action: () => (shown ? desk.hideCamera() : void desk.showCamera()),
  });
  useShortcut({
    keys: 's',
    label: 'shortcuts.screen',
    action: () => (screens.length > 0 ? desk.stopScreens() : void desk.addScreen()),
  });
  return null;
}
