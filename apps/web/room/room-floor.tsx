'use client';

import { MicrophoneNotice } from '../devices/microphone-notice.tsx';
import { useText } from '../i18n/language.ts';
import { OutputNews } from '../listening/output-news.tsx';
import { Notice } from '../ui/notice.tsx';
import { useSnapshot } from './inside.tsx';
import { useMicrophone, useRoomAccess, useVisit } from './room-provider.tsx';
import { Seats } from './seats.tsx';
import { SoundState } from './sound-state.tsx';

/** What is to be said about the room, and the people in it. */
export function RoomFloor() {
  return (
    <main
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a crowd is scrolled by keyboard, too.
      tabIndex={0}
      className="floor flex flex-col overflow-y-auto [scrollbar-gutter:stable] overscroll-contain focus-visible:-outline-offset-4"
    >
      <div className="mx-auto grid w-full max-w-2xl gap-3 px-4 empty:hidden">
        <RoomNotices />
      </div>
      <Seats />
    </main>
  );
}

/** Everything that is wrong or waited for, the most important first. */
function RoomNotices() {
  const t = useText();
  const { visit } = useRoomAccess();
  const state = useVisit();
  const microphone = useMicrophone();
  const unsent = useSnapshot((snapshot) => snapshot.microphoneError !== undefined);

  return (
    <>
      <SoundState />
      <OutputNews />
      {microphone.at === 'refused' && (
        <MicrophoneNotice problem={microphone.problem} onRetry={() => void visit.retryMicrophone()} />
      )}
      {(unsent || (state.at === 'inside' && state.control === 'refused')) && (
        <Notice what={t('controls.refused')} next={t('controls.refusedNext')} />
      )}
    </>
  );
}
