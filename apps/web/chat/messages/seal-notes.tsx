'use client';

import { LockKeyhole, ShieldAlert } from 'lucide-react';
import { useText } from '../../i18n/language.ts';

/** In place of a message that one lacks the key of, or that somebody has tampered with. */
export function Unreadable() {
  const t = useText();
  return (
    <p className="flex gap-2 text-soft italic">
      <LockKeyhole aria-hidden="true" className="mt-1 size-4 shrink-0" />
      {t('privacy.unreadable')}
    </p>
  );
}

/** Below a message whose author has not signed it. */
export function Unsigned() {
  const t = useText();
  return (
    <p className="flex gap-1.5 px-1 text-alert text-sm">
      <ShieldAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {t('privacy.unsigned')}
    </p>
  );
}
