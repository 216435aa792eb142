'use client';

import type { Member } from '@earshot/client';
import { Ghost } from 'lucide-react';
import { useText } from '../i18n/language.ts';

/** Says of somebody, to hosts alone, that nobody else hears or reads them. */
export function ShadowMark({ member }: { member: Member }) {
  const t = useText();
  if (!member.shadowMuted) return null;
  const words = t('shadow.muted');
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      data-shadow-muted
      className="grid size-7 shrink-0 place-items-center rounded-full border-2 border-ground bg-ink text-ground"
    >
      <Ghost aria-hidden="true" className="size-4" />
    </span>
  );
}
