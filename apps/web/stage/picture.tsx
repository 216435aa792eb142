'use client';

import { type PointerEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useText } from '../i18n/language.ts';

interface PictureProps {
  ref: Ref<HTMLVideoElement>;
  track: MediaStreamTrack | undefined;
  /** As in a mirror, which is how people know themselves. */
  mirrored: boolean;
  /** Dot by dot, in an area that can be looked around in. */
  original: boolean;
  /** A face fills its place; a screen is shown whole. */
  covers: boolean;
  label: string;
  onShows: (shows: boolean) => void;
}

/** A moving picture. It is invisible until its first frame is there. */
export function Picture({ ref, track, mirrored, original, covers, label, onShows }: PictureProps) {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => video.current as HTMLVideoElement, []);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    onShows(false);
    element.srcObject = track ? new MediaStream([track]) : null;
    if (!track) return;
    // Muted video may always play; where it is paused behind our back (a phone saving power), it goes on when seen.
    const play = () => void element.play().catch(() => {});
    play();
    document.addEventListener('visibilitychange', play);
    return () => {
      document.removeEventListener('visibilitychange', play);
      element.srcObject = null;
    };
  }, [track, onShows]);

  function drag(event: PointerEvent) {
    const area = scroller.current;
    if (!original || !area || event.buttons !== 1) return;
    area.scrollBy(-event.movementX, -event.movementY);
  }

  return (
    <div
      ref={scroller}
      onPointerMove={drag}
      {...(original && { tabIndex: 0, role: 'region', 'aria-label': `${label}. ${t('stage.pan')}` })}
      data-original={original}
      className="exhibit-area"
    >
      <video
        ref={video}
        muted
        autoPlay
        playsInline
        disableRemotePlayback
        tabIndex={-1}
        aria-hidden="true"
        data-mirrored={mirrored}
        data-covers={covers}
        onPlaying={() => onShows(true)}
        onResize={() => onShows(true)}
        onEmptied={() => onShows(false)}
        className="exhibit-video"
      />
    </div>
  );
}
