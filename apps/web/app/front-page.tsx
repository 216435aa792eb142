'use client';

import { useEffect, useState } from 'react';
import { Home } from '../home/home.tsx';
import { roomFromPath, roomPath } from '../home/room-link.ts';
import { useText } from '../i18n/language.ts';
import { onDemand } from '../ui/on-demand.tsx';

const RoomPage = onDemand(() => import('./r/room-page.tsx').then((file) => file.RoomPage));

/**
 * The front page, and a private room that was made on it: whoever goes there does so on the same page, since its
 * password stands in this page's memory and nowhere else.
 */
export function FrontPage() {
  const t = useText();
  const [inRoom, setInRoom] = useState(false);

  useEffect(() => {
    // Back and forward change the address alone, sometimes before anybody here listens.
    const follow = () => {
      if ((roomFromPath(location.pathname) !== '') !== inRoom) location.reload();
    };
    follow();
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [inRoom]);

  function enter(room: string) {
    if (inRoom) return;
    history.pushState(null, '', roomPath(room));
    setInRoom(true);
  }

  if (inRoom) return <RoomPage />;
  return (
    <>
      <title>{t('app.title')}</title>
      <Home onEnter={enter} />
    </>
  );
}
