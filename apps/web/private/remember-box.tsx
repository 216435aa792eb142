'use client';

import { useId } from 'react';
import { useText } from '../i18n/language.ts';

/** Nothing of a private room stays in this browser unless one says so. */
export function RememberBox({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const t = useText();
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <input
        id={id}
        type="checkbox"
        checked={on}
        onChange={() => onChange(!on)}
        aria-describedby={`${id}-hint`}
        className="mt-0.5 size-5 accent-ink"
      />
      <label htmlFor={id} className="font-medium">
        {t('gate.remember')}
      </label>
      <p id={`${id}-hint`} className="col-start-2 text-sm text-soft">
        {t('gate.rememberHint')}
      </p>
    </div>
  );
}
