'use client';

import { Ghost } from 'lucide-react';
import { useText } from '../i18n/language.ts';

/** Says of a message, to hosts alone, that nobody else reads it. */
export function ShadowNote() {
  const t = useText();
  return (
    <p className="flex items-center gap-1.5 px-1 text-xs font-semibold text-soft">
      <Ghost aria-hidden="true" className="size-3.5 shrink-0" />
      {t('shadow.message')}
    </p>
  );
}
