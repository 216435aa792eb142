'use client';

import type { Member } from '@earshot/client';
import { VenetianMask } from 'lucide-react';
import { useText } from '../i18n/language.ts';

/** Says of somebody that their name could be taken for another person's. */
export function LookAlikeMark({ member }: { member: Member }) {
  const t = useText();
  if (!member.lookalike) return null;
  const words = t('people.lookalike');
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className="grid size-7 place-items-center rounded-full border-2 border-ground bg-alert-ground text-alert"
    >
      <VenetianMask aria-hidden="true" className="size-4" />
    </span>
  );
}
