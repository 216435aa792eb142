'use client';

import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react';
import { interpreter, LanguageContext } from './language.ts';

/** Gives the page its language. Hydration finds the English that was exported; the chosen one follows at once. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const language = useSyncExternalStore(
    interpreter.subscribe,
    () => interpreter.language,
    () => interpreter.exported,
  );

  useLayoutEffect(() => {
    if (!language.settled) return;
    const root = document.documentElement;
    root.lang = language.tag;
    root.dir = language.dir;
    delete root.dataset.words;
  }, [language]);

  return <LanguageContext value={language}>{children}</LanguageContext>;
}
