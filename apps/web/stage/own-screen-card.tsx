'use client';

import { MonitorUp } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import type { OwnScreen } from './own-screen.ts';
import { useShareDesk } from './use-share-desk.ts';

/** Stands on one's own screen: that it is seen, and how to end that. */
export function OwnScreenCard({
  screen,
  size,
  whole,
}: {
  screen: OwnScreen;
  size: 'large' | 'small';
  whole: boolean;
}) {
  const t = useText();
  const desk = useShareDesk();
  return (
    <div data-whole={whole} className="exhibit-card">
      {whole && size === 'large' && (
        <>
          <MonitorUp aria-hidden="true" className="size-10 text-glow" />
          <p className="text-balance">{t('stage.ownWhole')}</p>
        </>
      )}
      <Button
        look="leave"
        pad="snug"
        onClick={() => desk.stopScreen(screen)}
        className={`pointer-events-auto relative ${size === 'small' ? 'text-sm' : ''}`}
      >
        {t('share.stop')}
      </Button>
    </div>
  );
}
