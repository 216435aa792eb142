'use client';

import { ArrowLeft, X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLanguage, useText } from '../i18n/language.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useFrame } from './frame.tsx';
import { MicrophoneControl } from './microphone-control.tsx';
import { type Panel, panels } from './panels.tsx';

/** What stands beside the people, or on a phone over them: chat, people, room. */
export function SidePanel() {
  const { t, dir } = useLanguage();
  const { panel, wide, showPanel, hidePanel } = useFrame();
  const element = useRef<HTMLElement>(null);
  const id = panel?.id ?? '';

  useEffect(() => {
    if (!panel?.asked || element.current?.querySelector('[role=tabpanel]')?.contains(document.activeElement))
      return;
    element.current?.querySelector<HTMLElement>('[role=tab][data-state=active]')?.focus();
  }, [panel]);

  function press(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    hidePanel();
  }

  return (
    <aside
      ref={element}
      aria-label={t('frame.panel')}
      onKeyDown={press}
      className={
        wide
          ? 'my-3 me-3 flex w-92 shrink-0 flex-col overflow-hidden rounded-lg border border-line bg-surface'
          : 'fixed inset-0 z-20 flex flex-col bg-surface pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]'
      }
    >
      <Tabs.Root
        value={id}
        onValueChange={(next) => showPanel(next, { asked: false })}
        dir={dir}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div className="flex items-center gap-1 border-b border-line px-2">
          {!wide && (
            <IconButton
              icon={ArrowLeft}
              label={t('frame.back')}
              onClick={hidePanel}
              className="rtl:-scale-x-100"
            />
          )}
          <Tabs.List
            aria-label={t('frame.panel')}
            className="flex min-w-0 flex-1 overflow-x-auto [scrollbar-width:none]"
          >
            {panels.map((each) => (
              <Tab key={each.id} panel={each} open={each.id === id} />
            ))}
          </Tabs.List>
          {wide ? (
            <IconButton icon={X} label={t('frame.closePanel')} onClick={hidePanel} />
          ) : (
            <MicrophoneControl brief />
          )}
        </div>
        {panels.map(({ id: value, Body }) => (
          <Tabs.Content
            key={value}
            value={value}
            tabIndex={-1}
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none"
          >
            <Body />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </aside>
  );
}

const noBadge = () => 0;

function Tab({ panel: { id, label, Body, useBadge = noBadge }, open }: { panel: Panel; open: boolean }) {
  const t = useText();
  const fresh = useBadge();
  return (
    <Tabs.Trigger
      value={id}
      onPointerEnter={Body.prepare}
      onFocus={Body.prepare}
      className="relative inline-flex min-h-14 rounded-sm shrink-0 items-center gap-2 px-3 font-semibold text-soft max-[26rem]:px-2 max-[22rem]:px-1.5 max-[22rem]:text-sm after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full hover:text-ink focus-visible:-outline-offset-4 data-[state=active]:text-ink data-[state=active]:after:bg-ink forced-colors:data-[state=active]:after:bg-[Highlight]"
    >
      {t(label)}
      {fresh > 0 && !open && (
        <span className="text-sm text-glow max-[26rem]:absolute max-[26rem]:end-0 max-[26rem]:top-1.5 max-[26rem]:text-xs">
          {fresh > 99 ? '99+' : fresh}
        </span>
      )}
    </Tabs.Trigger>
  );
}
