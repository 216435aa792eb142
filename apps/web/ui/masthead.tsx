'use client';

import { useText } from '../i18n/language.ts';
import { Mark, Wordmark } from './logo.tsx';

/** The name of the house, and the way back to its front door. */
export function Masthead() {
  const t = useText();
  return (
    <header className="flex min-h-18 items-center">
      <a
        href="/"
        aria-label={t('app.home')}
        className="-ms-2 flex min-h-12 items-center gap-2.5 rounded-md px-2 text-ink"
      >
        <Mark className="size-8" />
        <Wordmark className="h-5.5" />
      </a>
    </header>
  );
}
