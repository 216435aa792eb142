'use client';

import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { CameraPicker } from './camera-picker.tsx';
import { Picture } from './picture.tsx';
import { CameraNotice } from './share-notices.tsx';
import { useShareDesk, useShares } from './use-share-desk.ts';

/** The camera in the settings: oneself as in a mirror, and which camera it is. */
export function CameraSection() {
  const t = useText();
  const desk = useShareDesk();
  const { camera } = useShares();
  useEffect(() => () => desk.letGoOfUnused(), [desk]);

  if (camera.at === 'refused') {
    return <CameraNotice problem={camera.problem} onRetry={() => void desk.checkCamera()} />;
  }
  if (camera.at !== 'on') {
    return (
      <div className="grid justify-items-start gap-4">
        <p className="text-soft">{t(camera.at === 'opening' ? 'share.cameraWaiting' : 'camera.why')}</p>
        {camera.at === 'off' && <Button onClick={() => void desk.checkCamera()}>{t('camera.check')}</Button>}
      </div>
    );
  }
  const { track, deviceId, label } = camera.camera;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Preview track={track} />
      <p role="status" className="text-soft">
        {t(camera.shown ? 'camera.everyone' : 'camera.onlyYou')}
      </p>
      <CameraPicker current={{ deviceId, label }} onPick={(id) => void desk.pickCamera(id)} />
      <div>
        <Button onClick={() => (camera.shown ? desk.hideCamera() : void desk.showCamera())}>
          {t(camera.shown ? 'share.cameraOff' : 'share.camera')}
        </Button>
      </div>
    </div>
  );
}

function Preview({ track }: { track: MediaStreamTrack }) {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [shows, setShows] = useState(false);
  return (
    <figure
      data-state={shows ? 'showing' : 'loading'}
      aria-label={t('camera.preview')}
      className="exhibit aspect-video w-full"
    >
      <Picture
        ref={video}
        track={track}
        mirrored
        original={false}
        covers
        label={t('camera.preview')}
        onShows={setShows}
      />
    </figure>
  );
}
