'use client';

import type { Member } from '@earshot/client';
import { MicrophoneNotice } from '../devices/microphone-notice.tsx';
import { useText } from '../i18n/language.ts';
import { OutputNews } from '../listening/output-news.tsx';
import { SleepNotice } from '../page-life/sleep-notice.tsx';
import { ShareBanner } from '../stage/share-banner.tsx';
import { ShareNotices } from '../stage/share-notices.tsx';
import { Notice } from '../ui/notice.tsx';
import { PrivacyNotices, Stage } from './frame-parts.tsx';
import { useSnapshot } from './inside.tsx';
import { useMicrophone, useRoomAccess, useVisit } from './room-provider.tsx';
import { Seats } from './seats.tsx';
import { SoundState } from './sound-state.tsx';

/** What is to be said about the room, and the people in it. */
export function RoomFloor() {
  const staged = useSnapshot(({ self, members }) => [self, ...members].some(isShowing));
  return (
    <main
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a crowd is scrolled by keyboard, too.
      tabIndex={0}
      data-staged={staged}
      className="flex flex-col overflow-y-auto data-[staged=false]:[scrollbar-gutter:stable] overscroll-contain focus-visible:-outline-offset-4"
    >
      <div className="mx-auto grid w-full max-w-2xl gap-3 px-4 empty:hidden">
        <RoomNotices />
      </div>
      <ShareBanner />
      {staged && <Stage />}
      <Seats form={staged ? 'strip' : 'grid'} />
    </main>
  );
}

/** Whether there is anything to look at. */
function isShowing({ streams }: Member): boolean {
  return streams.some(({ source }) => source === 'camera' || source === 'screen');
}

/** Everything that is wrong or waited for, the most important first. */
function RoomNotices() {
  const t = useText();
  const { visit } = useRoomAccess();
  const state = useVisit();
  const microphone = useMicrophone();
  const encrypted = useSnapshot(({ privacy }) => privacy.kind !== 'open');
  const unsent = useSnapshot((snapshot) => snapshot.microphoneError !== undefined);

  return (
    <>
      {encrypted && <PrivacyNotices />}
      <SleepNotice />
      <SoundState />
      <OutputNews />
      {microphone.at === 'refused' && (
        <MicrophoneNotice problem={microphone.problem} onRetry={() => void visit.retryMicrophone()} />
      )}
      <ShareNotices />
      {(unsent || (state.at === 'inside' && state.control === 'refused')) && (
        <Notice what={t('controls.refused')} next={t('controls.refusedNext')} />
      )}
    </>
  );
}
