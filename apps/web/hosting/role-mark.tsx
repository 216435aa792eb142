'use client';

import type { Member } from '@earshot/client';
import { Crown, Shield } from 'lucide-react';
import { useText } from '../i18n/language.ts';

const marks = {
  owner: { icon: Crown, words: 'role.owner' },
  moderator: { icon: Shield, words: 'role.moderator' },
} as const;

/** Says on somebody's tile that they keep order here. Nothing for everybody else. */
export function RoleMark({ member: { role, acting } }: { member: Member }) {
  const t = useText();
  if (role !== 'owner' && role !== 'moderator') return null;
  const { icon: Icon, words: named } = marks[role];
  const words = acting ? 'role.acting' : named;
  return (
    <span
      role="img"
      aria-label={t(words)}
      title={t(words)}
      data-role={role}
      className="grid size-7 shrink-0 place-items-center rounded-full border-2 border-ground bg-raised text-ink"
    >
      <Icon aria-hidden="true" className="size-4" />
    </span>
  );
}
