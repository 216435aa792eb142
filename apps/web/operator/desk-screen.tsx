'use client';

import { Ban, DoorOpen, Flag, type LucideIcon, TextQuote, ToggleRight } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ComponentType } from 'react';
import { useLanguage, useText } from '../i18n/language.ts';
import type { PlainKey } from '../i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { BansSection } from './bans-section.tsx';
import { NoteLine } from './note-line.tsx';
import { type DeskSnapshot, type OperatorDesk, type Section, sections } from './operator-desk.ts';
import { ReportsSection } from './reports-section.tsx';
import { RoomsSection } from './rooms-section.tsx';
import { SwitchesSection } from './switches-section.tsx';
import { DeskContext, useDeskPart, useRefreshing } from './use-desk.ts';
import { WordsSection } from './words-section.tsx';

const parts: Readonly<Record<Section, { label: PlainKey; icon: LucideIcon; Body: ComponentType }>> = {
  reports: { label: 'operator.reports', icon: Flag, Body: ReportsSection },
  rooms: { label: 'operator.rooms', icon: DoorOpen, Body: RoomsSection },
  bans: { label: 'operator.bans', icon: Ban, Body: BansSection },
  words: { label: 'operator.words', icon: TextQuote, Body: WordsSection },
  switches: { label: 'operator.switches', icon: ToggleRight, Body: SwitchesSection },
};

/** What somebody sees who is signed in. */
export function DeskScreen({ desk, onSignOut }: { desk: OperatorDesk; onSignOut: () => void }) {
  return (
    <DeskContext value={desk}>
      <Head onSignOut={onSignOut} />
      <DeskSections desk={desk} />
      <NoteLine />
    </DeskContext>
  );
}

function Head({ onSignOut }: { onSignOut: () => void }) {
  const t = useText();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const { rooms, people, openReports } = useDeskPart(({ overview }) => overview);
  const stale = useDeskPart((desk) => desk.stale);
  const title = t('operator.title');
  return (
    <div className="grid gap-1">
      <title>{openReports > 0 ? `(${openReports}) ${title}` : title}</title>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 ref={heading} tabIndex={-1} className="text-title font-bold">
          {t('operator.heading')}
        </h1>
        <Button pad="snug" onClick={onSignOut}>
          {t('operator.signOut')}
        </Button>
      </div>
      <p className="text-soft">
        {t('square.found', { count: rooms })}
        <span aria-hidden="true"> · </span>
        {t('square.people', { count: people })}
      </p>
      <p role="status" className="text-alert">
        {stale && t('operator.stale')}
      </p>
    </div>
  );
}

/** All sections stay, so that nothing that was begun in one is lost by a look into another. */
function DeskSections({ desk }: { desk: OperatorDesk }) {
  const { t, dir } = useLanguage();
  const section = useDeskPart((snapshot) => snapshot.section);
  useRefreshing(desk);

  function open(next: string): void {
    desk.open(next as Section);
    history.replaceState(history.state, '', `#${next}`);
  }

  return (
    <Tabs.Root value={section} onValueChange={open} dir={dir} className="mt-5 grid grid-cols-[minmax(0,1fr)]">
      <Tabs.List
        aria-label={t('operator.sections')}
        className="-mx-1 flex flex-wrap gap-1 border-line border-b pb-3"
      >
        {sections.map((id) => (
          <SectionTab key={id} id={id} />
        ))}
      </Tabs.List>
      {sections.map((id) => {
        const { label, Body } = parts[id];
        return (
          <Tabs.Content
            key={id}
            value={id}
            forceMount
            className="min-w-0 rounded-sm pt-5 data-[state=inactive]:hidden"
          >
            <h2 className="sr-only">{t(label)}</h2>
            <Body />
          </Tabs.Content>
        );
      })}
    </Tabs.Root>
  );
}

function SectionTab({ id }: { id: Section }) {
  const t = useText();
  const { label, icon: Icon } = parts[id];
  const count = useDeskPart(({ overview }) => counts[id](overview));
  const words = id === 'switches' ? count > 0 && t('operator.switchesOn', { count }) : count;
  return (
    <Tabs.Trigger
      value={id}
      className="flex min-h-11 shrink-0 items-center gap-2 rounded-md border border-transparent px-3 font-medium text-soft hover:bg-sunken data-[state=active]:bg-sunken data-[state=active]:text-ink forced-colors:data-[state=active]:border-[Highlight] forced-colors:data-[state=active]:underline"
    >
      <Icon aria-hidden="true" className="size-4.5 shrink-0 max-sm:hidden" />
      {t(label)}
      {words !== false && (
        <span
          data-urgent={id === 'reports' && count > 0}
          className="min-w-6 rounded-full bg-line px-1.5 text-center text-ink text-sm tabular-nums data-[urgent=true]:bg-ink data-[urgent=true]:text-ground"
        >
          {words}
        </span>
      )}
    </Tabs.Trigger>
  );
}

const counts: Readonly<Record<Section, (overview: DeskSnapshot['overview']) => number>> = {
  reports: ({ openReports }) => openReports,
  rooms: ({ rooms }) => rooms,
  bans: ({ bans }) => bans,
  words: ({ words }) => words.length,
  switches: ({ switches }) => Object.values(switches).filter(Boolean).length,
};
