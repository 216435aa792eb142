'use client';

import { isPrivateRoom } from '@earshot/protocol';
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { parseRecents, recentsKey, visited } from '../../home/recents.ts';
import { roomFromPath, roomPath } from '../../home/room-link.ts';
import { interpreter, useText } from '../../i18n/language.ts';
import { Lobby } from '../../lobby/lobby.tsx';
import { EndedScreen } from '../../room/ended-screen.tsx';
import { ReturningNotice } from '../../room/returning-notice.tsx';
import { RoomProvider, useRoomAccess, useVisit } from '../../room/room-provider.tsx';
import { RoomScreen } from '../../room/room-screen-on-demand.tsx';
import { heldSecret, onSecrets, takeLinkKey } from '../../room/room-secrets.ts';
import { useChosenTheme } from '../../settings/theme.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useInBrowser } from '../../ui/in-browser.ts';
import { MessagePage } from '../../ui/message-page.tsx';
import { onDemand } from '../../ui/on-demand.tsx';
import { readStored, writeStored } from '../../ui/stored.ts';

/** What asks for the password of a private room. */
const Gate = onDemand(() =>
  Promise.all([import('../../private/gate.tsx'), interpreter.whole()]).then(([file]) => file.Gate),
);

/** The room this page was opened for; empty where its link names none, and while the page is exported. */
const roomHere = () => (typeof location === 'undefined' ? '' : roomFromPath(location.pathname));

/** A room's link: the lobby, the room and its end, one after the other. */
export function RoomPage() {
  const t = useText();
  useChosenTheme();
  const [room] = useState(roomHere);
  const nowhere = useInBrowser(() => room === '', false);

  useLayoutEffect(() => {
    const take = () => takeLinkKey(room);
    take();
    // Somebody pastes the whole link where they are already.
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, [room]);

  useEffect(() => {
    // One room, one address: what people copy from here leads to the same link as the button's.
    if (room && location.pathname !== roomPath(room)) {
      history.replaceState(history.state, '', roomPath(room) + location.search + location.hash);
    }
  }, [room]);

  if (nowhere) {
    return (
      <MessagePage
        heading={t(location.pathname.length > '/r/'.length ? 'lobby.emptyName' : 'lobby.noRoom')}
        what={t('lobby.noRoomNext')}
      >
        <title>{t('app.title')}</title>
        <LinkButton look="voice" href="/">
          {t('missing.home')}
        </LinkButton>
      </MessagePage>
    );
  }
  return (
    <RoomProvider room={room}>
      <Stage />
    </RoomProvider>
  );
}

function Stage() {
  const { room } = useRoomAccess();
  const visit = useVisit();
  const inside = visit.at === 'inside';
  const shut = useShut(room);

  useEffect(() => {
    // Nobody is told of a private room by whoever looks into this browser: see `private/privacy-companion.tsx`.
    if (!inside || isPrivateRoom(room)) return;
    const recents = visited(parseRecents(readStored(recentsKey)), { room, visitedAtMs: Date.now() });
    writeStored(recentsKey, JSON.stringify(recents));
  }, [inside, room]);

  switch (visit.at) {
    case 'lobby':
      return shut ? <Gate /> : <Lobby entry={visit.entry} />;
    case 'inside':
    case 'returning':
      return (
        <>
          <div inert={!inside} className="transition-opacity inert:opacity-50">
            <RoomScreen key={visit.room.returnToken} room={visit.room} />
          </div>
          {visit.at === 'returning' && <ReturningNotice was={visit.was} />}
        </>
      );
    case 'ended':
      return <EndedScreen state={visit} />;
  }
}

/** Whether this page stands before the door of a private room. */
function useShut(room: string): boolean {
  const shut = () => isPrivateRoom(room) && heldSecret(room).opened === undefined;
  // The exported page is a lobby.
  const now = useSyncExternalStore(onSecrets, shut, () => false);
  useLayoutEffect(() => {
    delete document.documentElement.dataset.door;
  }, []);
  return now;
}
