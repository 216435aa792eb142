'use client';

import { Fullscreen, type LucideIcon, Minimize, PictureInPicture2, ScanSearch, Shrink } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { enterFullScreen, fullScreenElement, leaveFullScreen } from './full-screen.ts';

interface TileToolsProps {
  figure: RefObject<HTMLElement | null>;
  video: RefObject<HTMLVideoElement | null>;
  kind: 'camera' | 'screen';
  original: boolean;
  onOriginal: (original: boolean) => void;
  onFloat: (floating: boolean) => void;
}

/** What can be done with a large picture beside making it small again. */
export function TileTools({ figure, video, kind, original, onOriginal, onFloat }: TileToolsProps) {
  const t = useText();
  const full = useFullScreen(figure);
  const floating = useFloating(video, onFloat);
  const canFloat = typeof document !== 'undefined' && document.pictureInPictureEnabled;

  return (
    <div className="exhibit-tools">
      {kind === 'screen' && (
        <Tool
          icon={original ? Shrink : ScanSearch}
          label={t(original ? 'stage.fit' : 'stage.originalSize')}
          onPress={() => onOriginal(!original)}
        />
      )}
      {canFloat && (
        <Tool
          icon={PictureInPicture2}
          label={t(floating ? 'stage.unfloat' : 'stage.float')}
          onPress={() =>
            void (
              floating ? document.exitPictureInPicture() : video.current?.requestPictureInPicture()
            )?.catch(() => {})
          }
        />
      )}
      <Tool
        icon={full ? Minimize : Fullscreen}
        label={t(full ? 'stage.leaveFullScreen' : 'stage.fullScreen')}
        onPress={() => (full ? leaveFullScreen() : enterFullScreen(figure.current, video.current))}
      />
    </div>
  );
}

function Tool({ icon: Icon, label, onPress }: { icon: LucideIcon; label: string; onPress: () => void }) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress} className="exhibit-tool">
      <Icon aria-hidden="true" className="size-5" />
    </button>
  );
}

function useFullScreen(figure: RefObject<HTMLElement | null>): boolean {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const look = () => setFull(figure.current !== null && fullScreenElement() === figure.current);
    look();
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, [figure]);
  return full;
}

function useFloating(
  video: RefObject<HTMLVideoElement | null>,
  onFloat: (floating: boolean) => void,
): boolean {
  const [floating, setFloating] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const follow = () => setFloating(document.pictureInPictureElement === element);
    element.addEventListener('enterpictureinpicture', follow);
    element.addEventListener('leavepictureinpicture', follow);
    return () => {
      element.removeEventListener('enterpictureinpicture', follow);
      element.removeEventListener('leavepictureinpicture', follow);
    };
  }, [video]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, whoever is told.
  useEffect(() => {
    onFloat(floating);
  }, [floating]);
  return floating;
}
