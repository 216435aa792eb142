import { cleanName, limits, truncate } from '@earshot/protocol';
import { useEffect } from 'react';
import { randomPersonName } from '../home/random-names.ts';
import { useLanguage } from '../i18n/language.ts';
import { readStored, useStored, writeStored } from '../ui/stored.ts';

export const nameKey = 'earshot.name';

/** What this person is called: remembered, and a friendly random name the first time. */
export function useName() {
  const { nameWords, settled } = useLanguage();
  const [stored, store] = useStored(nameKey);

  useEffect(() => {
    if (!settled || readStored(nameKey)) return;
    writeStored(nameKey, randomPersonName(nameWords, Math.random));
  }, [nameWords, settled]);

  return {
    /** As typed. */
    text: stored ?? '',
    /** As the others will see it; empty where there is nothing to see. */
    name: truncate(cleanName(stored ?? ''), limits.memberNameGraphemes),
    change: store,
    roll: () => store(randomPersonName(nameWords, Math.random)),
  };
}
