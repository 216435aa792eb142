'use client';

import { MonitorUp } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { HintChoice } from './hint-choice.tsx';
import { useShareDesk, useShares } from './use-share-desk.ts';

/** Says that one's own screen is seen, as long as it is, and how to end that. */
export function ShareBanner() {
  const t = useText();
  const desk = useShareDesk();
  const { screens } = useShares();
  const [first, ...more] = screens;
  if (!first) return null;
  const { length: count } = screens;
  return (
    <section
      aria-label={t('share.sharing')}
      className="mx-auto flex w-full max-w-4xl flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-lg border border-line bg-raised py-2 ps-4 pe-2 sm:w-auto sm:rounded-full"
    >
      <p className="flex min-w-0 items-center gap-2 font-semibold">
        <MonitorUp aria-hidden="true" className="size-5 shrink-0 text-glow" />
        {more.length > 0 ? t('share.sharingMany', { count }) : t('share.sharing')}
      </p>
      <div className="flex flex-wrap items-center justify-center gap-2">
        {more.length === 0 && <HintChoice screen={first} />}
        <Button pad="snug" onClick={() => void desk.addScreen()}>
          {t('share.another')}
        </Button>
        <Button look="leave" pad="snug" onClick={() => desk.stopScreens()}>
          {t(more.length > 0 ? 'share.stopAll' : 'share.stop')}
        </Button>
      </div>
    </section>
  );
}
