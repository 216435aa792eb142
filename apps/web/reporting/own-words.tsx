'use client';

import { graphemes, limits } from '@earshot/client';
import { useId } from 'react';
import { useText } from '../i18n/language.ts';

/** What happened as the reporter tells it, with what is left to write. */
export function OwnWords({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useText();
  const id = useId();
  const left = limits.reportGraphemes - graphemes(text);
  const tooLong = left < 0;
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold">
        {t('report.text')}
      </label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        value={text}
        onChange={({ target }) => onChange(target.value)}
        aria-invalid={tooLong || undefined}
        aria-describedby={`${id}-left`}
        className={`w-full min-w-0 resize-y rounded-md border bg-raised px-4 py-3 wrap-anywhere ${tooLong ? 'border-alert' : 'border-edge'}`}
      />
      <p
        id={`${id}-left`}
        role={tooLong ? 'alert' : undefined}
        className={`text-sm ${tooLong ? 'text-alert' : 'text-soft'}`}
      >
        {tooLong ? t('profile.tooLong', { count: -left }) : t('profile.left', { count: left })}
      </p>
    </div>
  );
}
