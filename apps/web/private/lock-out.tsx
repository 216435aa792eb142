'use client';

import { useFormat, useText } from '../i18n/language.ts';

/** For how long nobody is heard any more, and that it is over. */
export function LockOut({ leftMs }: { leftMs: number }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {leftMs > 0 && (
        // Not read out second by second; its end is.
        <p role="timer">{t('shut.lockedFor', { time: format.duration(leftMs) })}</p>
      )}
      <p role="status" className="empty:hidden">
        {leftMs === 0 && t('shut.lockedOver')}
      </p>
    </>
  );
}
