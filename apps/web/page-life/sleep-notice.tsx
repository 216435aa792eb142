'use client';

import { Moon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { watchSleep } from './sleep-watch.ts';

/** After a phone had put the page to sleep: that something may have been missed, honestly. */
export function SleepNotice() {
  const t = useText();
  const [slept, setSlept] = useState(false);
  useEffect(() => watchSleep(document, Date.now, () => setSlept(true)), []);
  if (!slept) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-surface p-3 ps-4">
      <p role="status" className="flex min-w-0 flex-1 basis-56 gap-3">
        <Moon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-soft" />
        {t('room.slept')}
      </p>
      <Button onClick={() => setSlept(false)}>{t('room.sleptFine')}</Button>
    </div>
  );
}
