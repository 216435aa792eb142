'use client';

import { useEffect } from 'react';
import { useText } from '../i18n/language.ts';
import { useSnapshot } from '../room/inside.tsx';
import { useFreshCount } from '../room/panels.tsx';
import { useRoomLabel } from '../room/room-label.ts';

const titles = { live: 'room.titleLive', muted: 'room.titleMuted', off: 'room.titleListening' } as const;

/** The tab says which room this is, whether one can be heard, and that something new was written. */
export function PageFace() {
  const t = useText();
  const room = useRoomLabel();
  const microphone = useSnapshot((snapshot) => snapshot.self.microphone);
  const fresh = useFreshCount();
  useFavicon(`/icons/${microphone}${fresh > 0 ? '-new' : ''}.svg`);
  const title = t(titles[microphone], { room });
  return <title>{fresh > 0 ? `(${fresh > 99 ? '99+' : fresh}) ${title}` : title}</title>;
}

/** Changes the page's own icon, and gives it back. */
function useFavicon(path: string): void {
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel~="icon"][type="image/svg+xml"]');
    if (!icon) return;
    icon.dataset.own ??= icon.href;
    icon.href = path;
    return () => {
      icon.href = icon.dataset.own ?? icon.href;
    };
  }, [path]);
}
