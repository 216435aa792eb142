'use client';

import { useText } from '../i18n/language.ts';
import { LanguagePicker } from '../i18n/language-picker.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { Horizon } from './horizon.tsx';
import { OwnRoomsInTime } from './own-rooms-on-demand.tsx';
import { PublicRoomsInTime } from './public-rooms-on-demand.tsx';
import { RecentRooms } from './recent-rooms.tsx';
import { RoomForm } from './room-form.tsx';

export function Home({ onEnter }: { /** A private room was made. */ onEnter: (room: string) => void }) {
  const t = useText();
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col px-5 sm:px-8">
      <Masthead />
      <main className="grid flex-1 content-start gap-y-12 pt-4 pb-16">
        <div className="grid items-center gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <div className="grid max-w-xl gap-8">
            <div className="grid gap-4">
              <h1 className="text-display font-bold">{t('home.heading')}</h1>
              <p className="text-lg text-soft">{t('home.what')}</p>
            </div>
            <RoomForm onEnter={onEnter} />
            <OwnRoomsInTime />
            <RecentRooms />
          </div>
          <Horizon className="hidden w-full max-w-[min(29rem,calc(100dvh-20rem))] justify-self-center lg:block" />
        </div>
        <PublicRoomsInTime />
      </main>
      <footer className="flex flex-wrap items-center justify-end gap-x-6 gap-y-2 pb-5">
        <a
          href="/link"
          className="inline-flex min-h-11 items-center rounded-sm text-soft underline hover:text-ink"
        >
          {t('home.otherDevice')}
        </a>
        <LanguagePicker />
      </footer>
    </div>
  );
}
