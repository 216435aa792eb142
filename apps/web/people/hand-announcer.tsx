'use client';

import { useEffect } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { useSay } from '../room/say.tsx';
import { handNews } from './hand-news.ts';

/** Tells screen readers whose hand went up. */
export function HandAnnouncer() {
  const { t, format } = useLanguage();
  const { store } = useInside();
  const say = useSay();
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.members === before.members && now.self === before.self) return;
        for (const sentence of handNews(before, now, { t, format })) say(sentence);
      }),
    [store, say, t, format],
  );
  return null;
}
