'use client';

import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useRoomAccess } from './room-provider.tsx';

/** Stands over the room while the way back is looked for, which needs nobody: it only offers to hurry or to go. */
export function ReturningNotice({ was }: { was: 'live' | 'muted' | 'listening' }) {
  const t = useText();
  const { visit } = useRoomAccess();
  const hurry = useFocusOnMount<HTMLButtonElement>();

  return (
    <div className="fixed inset-0 z-40 grid content-start justify-items-center overflow-y-auto p-4 pt-20">
      <section
        aria-labelledby="returning"
        className="grid w-full max-w-md gap-4 rounded-lg border border-line bg-raised p-5 shadow-bar"
      >
        <div role="status" className="grid gap-1">
          <h2 id="returning" className="flex items-center gap-3 text-lg font-semibold">
            <Waiting className="text-glow" />
            {t('returning.heading')}
          </h2>
          <p className="text-soft">{t(was === 'live' ? 'returning.live' : 'returning.silent')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button ref={hurry} look="voice" onClick={() => visit.checkConnection()}>
            {t('returning.hurry')}
          </Button>
          <Button onClick={() => visit.leave()}>{t('controls.leave')}</Button>
        </div>
      </section>
    </div>
  );
}
