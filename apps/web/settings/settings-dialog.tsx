'use client';

import { Tabs } from 'radix-ui';
import { useLanguage } from '../i18n/language.ts';
import { useFrame } from '../room/frame.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useMediaQuery } from '../ui/use-media-query.ts';
import { settingsSections } from './sections.tsx';

/** Everything that can be set: a list of subjects and the one that was chosen. */
export function SettingsDialog({ section, onClose }: { section: string | undefined; onClose: () => void }) {
  const { t, dir } = useLanguage();
  const { openSettings } = useFrame();
  const roomy = useMediaQuery('(min-width: 40rem)');
  const value = settingsSections.some(({ id }) => id === section) ? section : 'microphone';

  return (
    <Dialog heading={t('frame.settings')} width="wide" onClose={onClose}>
      <Tabs.Root
        value={value ?? ''}
        onValueChange={openSettings}
        orientation={roomy ? 'vertical' : 'horizontal'}
        dir={dir}
        className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:min-h-96 sm:grid-cols-[13rem_minmax(0,1fr)] sm:gap-6"
      >
        <Tabs.List
          aria-label={t('settings.sections')}
          className="-mx-1 flex content-start gap-1 overflow-x-auto p-1 [scrollbar-width:none] sm:grid"
        >
          {settingsSections.map(({ id, label, icon: Icon, Body }) => (
            <Tabs.Trigger
              key={id}
              value={id}
              onPointerEnter={Body.prepare}
              className="flex min-h-11 shrink-0 items-center gap-3 rounded-md border border-transparent px-3 text-start font-medium text-soft hover:bg-sunken focus-visible:-outline-offset-3 data-[state=active]:bg-sunken data-[state=active]:text-ink forced-colors:data-[state=active]:border-[Highlight] forced-colors:data-[state=active]:underline"
            >
              <Icon aria-hidden="true" className="size-5 shrink-0" />
              {t(label)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {settingsSections.map(({ id, label, Body }) => (
          <Tabs.Content key={id} value={id} className="min-w-0 rounded-sm">
            <h3 className="mb-4 hidden text-lg font-semibold sm:block">{t(label)}</h3>
            <Body />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Dialog>
  );
}
