'use client';

import { isPrivateRoom } from '@earshot/protocol';
import { useEffect } from 'react';
import { useText } from '../i18n/language.ts';
import { useSnapshot } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';

/** W3C Media Session, with the parts for calls that TypeScript does not list everywhere. */
interface CallSession {
  metadata: MediaMetadata | null;
  setMicrophoneActive?(active: boolean): unknown;
  setActionHandler(action: string, handler: (() => void) | null): void;
}

/** The call on the lock screen, the keyboard's media keys and a headset's button: mute and hang up. */
export function MediaControls() {
  const t = useText();
  const { room, visit } = useRoomAccess();
  // Lock screens are seen by everybody: what a private room is called is not shown there.
  const title = isPrivateRoom(room) ? t('lobby.private') : room;
  const live = useSnapshot((snapshot) => snapshot.self.microphone === 'live');

  useEffect(() => {
    const session = callSession();
    if (!session) return;
    session.metadata = new MediaMetadata({
      title,
      artist: t('app.name'),
      artwork: [{ src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' }],
    });
    const handlers = {
      togglemicrophone: () => void visit.toggleMute(),
      hangup: () => visit.leave(),
    };
    for (const [action, handler] of Object.entries(handlers)) handle(session, action, handler);
    return () => {
      session.metadata = null;
      for (const action of Object.keys(handlers)) handle(session, action, null);
    };
  }, [title, visit, t]);

  useEffect(() => {
    void showMicrophone(live);
  }, [live]);

  return null;
}

/** Not every browser that has the method takes part in calls. */
async function showMicrophone(live: boolean): Promise<void> {
  try {
    await callSession()?.setMicrophoneActive?.(live);
  } catch {
    // Then it shows nothing.
  }
}

function callSession(): CallSession | undefined {
  return (navigator as unknown as { mediaSession?: CallSession }).mediaSession;
}

/** A browser throws at an action that it does not know. */
function handle(session: CallSession, action: string, handler: (() => void) | null): void {
  try {
    session.setActionHandler(action, handler);
  } catch {
    // Then there is no such button.
  }
}
