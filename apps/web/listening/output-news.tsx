'use client';

import { Headphones } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../i18n/language.ts';
import { useSay } from '../room/say.tsx';
import { useOutputs } from './use-outputs.ts';

/** Says so when the chosen loudspeaker is unplugged and the sound goes elsewhere, and when it is back. */
export function OutputNews() {
  const t = useText();
  const say = useSay();
  const { state } = useOutputs();
  const usedBefore = useRef(false);
  const away = state?.at === 'away' && usedBefore.current;
  const name = state && state.at !== 'system' ? state.output.label : '';

  const wasAway = useRef(false);
  useEffect(() => {
    if (state?.at === 'chosen') usedBefore.current = true;
    if (state?.at === 'chosen' && wasAway.current) say(t('loudspeaker.back', { name }));
    wasAway.current = away;
  }, [state, away, name, say, t]);

  if (!away) return null;
  return (
    <p role="status" className="flex items-center gap-3 rounded-md border border-line bg-surface p-3">
      <Headphones aria-hidden="true" className="size-5 shrink-0 text-soft" />
      {t('loudspeaker.gone', { name })}
    </p>
  );
}
