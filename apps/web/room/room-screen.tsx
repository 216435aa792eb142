'use client';

import type { Room } from '@earshot/client';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { MicrophoneNotice } from '../devices/microphone-notice.tsx';
import { useText } from '../i18n/language.ts';
import { Mark } from '../ui/logo.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { Announcer } from './announcer.tsx';
import { useRoomOnConsole } from './console-aid.ts';
import { ControlBar } from './control-bar.tsx';
import { useMicrophone, useRoomAccess, useVisit } from './room-provider.tsx';
import { mirror, type RoomStore } from './room-store.ts';
import { RoomTitle } from './room-title.tsx';
import { Seats } from './seats.tsx';
import { SoundState } from './sound-state.tsx';

/** The room, as long as one is in it. */
export function RoomScreen({ room }: { room: Room }) {
  const [{ store, follow }] = useState(() => mirror(room));
  useEffect(follow, [follow]);
  useRoomOnConsole(room);

  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]">
      <RoomHeader store={store} />
      <main
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a crowd is scrolled by keyboard, too.
        tabIndex={0}
        className="floor flex flex-col overflow-y-auto overscroll-contain focus-visible:-outline-offset-4"
      >
        <div className="mx-auto grid w-full max-w-2xl gap-3 px-4 empty:hidden">
          <Troubles room={room} store={store} />
        </div>
        <Seats room={room} store={store} />
      </main>
      <ControlBar store={store} />
      <Announcer store={store} />
      <RoomTitle store={store} />
    </div>
  );
}

function RoomHeader({ store }: { store: RoomStore }) {
  const t = useText();
  const { room } = useRoomAccess();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const count = useStore(store, (snapshot) => snapshot.members.length + 1);

  return (
    <header className="flex min-h-16 items-center gap-3 px-4 py-2 sm:px-8">
      <Mark className="size-7 shrink-0" />
      <h1 ref={heading} tabIndex={-1} className="min-w-0 truncate text-lg font-semibold sm:text-xl">
        <bdi>{room}</bdi>
      </h1>
      <p className="ms-auto shrink-0 text-sm text-soft">{t('room.people', { count })}</p>
    </header>
  );
}

function Troubles({ room, store }: { room: Room; store: RoomStore }) {
  const t = useText();
  const { visit } = useRoomAccess();
  const state = useVisit();
  const microphone = useMicrophone();
  const unsent = useStore(store, (snapshot) => snapshot.microphoneError !== undefined);

  return (
    <>
      <SoundState room={room} store={store} />
      {microphone.at === 'refused' && (
        <MicrophoneNotice problem={microphone.problem} onRetry={() => void visit.retryMicrophone()} />
      )}
      {(unsent || (state.at === 'inside' && state.control === 'refused')) && (
        <Notice what={t('controls.refused')} next={t('controls.refusedNext')} />
      )}
    </>
  );
}
