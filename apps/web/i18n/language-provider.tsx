'use client';

import { type ReactNode, startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { interpreter, LanguageContext } from './language.ts';

/**
 * Gives the page its language. Hydration finds the English that was exported; the chosen one follows at once, as a
 * transition: everything on the page is drawn again with it, and a slow phone stays free for a tap meanwhile.
 */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(interpreter.exported);

  useEffect(() => {
    const follow = () => startTransition(() => setLanguage(interpreter.language));
    follow();
    return interpreter.subscribe(follow);
  }, []);

  useLayoutEffect(() => {
    if (!language.settled) return;
    const root = document.documentElement;
    root.lang = language.tag;
    root.dir = language.dir;
    delete root.dataset.words;
  }, [language]);

  return <LanguageContext value={language}>{children}</LanguageContext>;
}
