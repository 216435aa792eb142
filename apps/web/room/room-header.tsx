'use client';

import { Share2, Users } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Mark } from '../ui/logo.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { useFrame } from './frame.tsx';
import { PrivacyMark, ShareDialog } from './frame-parts.tsx';
import { useSnapshot } from './inside.tsx';
import { useRoomLabel } from './room-label.ts';

/** Which room this is, how many are in it, and the way to bring more. */
export function RoomHeader() {
  const t = useText();
  const room = useRoomLabel();
  const { togglePanel, openDialog } = useFrame();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const count = useSnapshot((snapshot) => snapshot.members.length + 1);
  const encrypted = useSnapshot(({ privacy }) => privacy.kind !== 'open');
  const people = t('room.people', { count });

  return (
    <header className="flex min-h-16 items-center gap-2 px-3 py-2 sm:gap-3 sm:px-6">
      <Mark className="size-7 shrink-0" />
      <h1
        ref={heading}
        tabIndex={-1}
        title={room}
        dir="auto"
        className="me-auto min-w-0 truncate text-lg font-semibold sm:text-xl"
      >
        {room}
      </h1>
      {encrypted && <PrivacyMark />}
      <Button
        look="quiet"
        pad="none"
        aria-label={t('frame.showPeople', { people })}
        title={people}
        onClick={() => togglePanel('people')}
        className="shrink-0 px-3 text-soft"
      >
        <Users aria-hidden="true" className="size-5" />
        <span className="sm:hidden">{count}</span>
        <span className="hidden sm:inline">{people}</span>
      </Button>
      <Button
        pad="none"
        aria-label={t('share.share')}
        aria-haspopup="dialog"
        onClick={() => openDialog({ at: 'share' })}
        onPointerEnter={ShareDialog.prepare}
        className="shrink-0 sm:px-4"
      >
        <Share2 aria-hidden="true" className="size-5" />
        <span className="hidden sm:inline">{t('share.share')}</span>
      </Button>
    </header>
  );
}
