'use client';

import { Video, VideoOff } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { Control } from '../room/control.tsx';
import { useShareDesk, useShares } from './use-share-desk.ts';

/** Turns the camera on and off. Why it is not on, where it should be, stands above the people. */
export function CameraControl() {
  const t = useText();
  const desk = useShareDesk();
  const { camera } = useShares();
  const shown = camera.at === 'on' && camera.shown;
  const label = camera.at === 'opening' ? 'share.cameraWaiting' : shown ? 'share.cameraOff' : 'share.camera';
  return (
    <Control
      icon={shown ? Video : VideoOff}
      label={t(label)}
      keys="v"
      pressed={shown}
      disabled={camera.at === 'opening'}
      onPress={() => (shown ? desk.hideCamera() : void desk.showCamera())}
    />
  );
}
