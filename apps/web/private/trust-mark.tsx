'use client';

import type { Member } from '@earshot/client';
import { KeyRound, ShieldAlert } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { useTrust } from './use-trust.ts';

const marks = {
  unverified: { icon: ShieldAlert, words: 'privacy.unverified' },
  changed: { icon: KeyRound, words: 'privacy.changed' },
} as const;

/** Says on somebody's tile in an encrypted room that one cannot be sure who they are. Nothing where one can. */
export function TrustMark({ member }: { member: Member }) {
  const t = useText();
  const trust = useTrust(member);
  if (trust !== 'unverified' && trust !== 'changed') return null;
  const { icon: Icon, words } = marks[trust];
  return (
    <span
      role="img"
      aria-label={t(words)}
      title={t(words)}
      data-trust={trust}
      className="grid size-7 shrink-0 place-items-center rounded-full border-2 border-ground bg-alert-ground text-alert"
    >
      <Icon aria-hidden="true" className="size-4" />
    </span>
  );
}
