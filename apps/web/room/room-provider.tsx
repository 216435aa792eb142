'use client';

import {
  createContext,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { MicrophoneDesk } from '../devices/microphone-desk.ts';
import type { DeviceNews, MicrophoneState } from '../devices/microphone-state.ts';
import { openDesk } from '../devices/open-desk.ts';
import { readPushToTalk } from '../devices/push-to-talk-settings.ts';
import { whenCalm } from '../ui/calm.ts';
import { clientLibrary } from './client-library.ts';
import { RoomScreen } from './room-screen-on-demand.tsx';
import { Visit } from './visit.ts';
import type { VisitState } from './visit-state.ts';

interface RoomAccess {
  /** The room's name as it stands in the link. */
  readonly room: string;
  readonly desk: MicrophoneDesk;
  readonly visit: Visit;
}

const RoomContext = createContext<RoomAccess | undefined>(undefined);

const nothing = () => {};

function open(room: string): RoomAccess {
  const desk = openDesk(clientLibrary);
  const join = async (...args: Parameters<Awaited<ReturnType<typeof clientLibrary>>['join']>) =>
    (await clientLibrary()).join(...args);
  const visit = new Visit({ desk, join });
  visit.setTalkMode(readPushToTalk().on ? 'hold' : 'switch');
  return { room, desk, visit };
}

/** Owns the client: the one visit and the one microphone of this page. Everything below asks it. */
export function RoomProvider({ room, children }: { room: string; children: ReactNode }) {
  const [access] = useState(() => open(room));

  useEffect(() => {
    const { visit } = access;
    const leave = () => visit.leave();
    const look = () => document.visibilityState === 'visible' && visit.checkConnection();
    // What Join needs, long before somebody has read the page, but after it has been drawn.
    const stayCold = whenCalm(() => {
      void clientLibrary()
        .then((library) => library.warmUp())
        .catch(nothing)
        .then(RoomScreen.prepare);
    });
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      stayCold();
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', look);
      document.removeEventListener('visibilitychange', look);
      leave();
    };
  }, [access]);

  return <RoomContext value={access}>{children}</RoomContext>;
}

export function useRoomAccess(): RoomAccess {
  const access = useContext(RoomContext);
  if (!access) throw new Error('useRoomAccess outside of RoomProvider');
  return access;
}

/**
 * Drawn as a transition: on the way in, what is under way goes first. The socket opens before the click has
 * been drawn, and a room that is being drawn does not hold up its own sound.
 */
export function useVisit(): VisitState {
  const { visit } = useRoomAccess();
  const [state, setState] = useState(visit.state);
  useEffect(() => {
    const follow = () => startTransition(() => setState(visit.state));
    follow();
    return visit.subscribe(follow);
  }, [visit]);
  return state;
}

export function useMicrophone(): MicrophoneState {
  const { desk } = useRoomAccess();
  const read = useCallback(() => desk.state, [desk]);
  return useSyncExternalStore(desk.subscribe, read, read);
}

export function useDeviceNews(): DeviceNews | undefined {
  const { desk } = useRoomAccess();
  const read = useCallback(() => desk.news, [desk]);
  return useSyncExternalStore(desk.subscribe, read, read);
}
