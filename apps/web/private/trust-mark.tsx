'use client';

import type { Member } from '@earshot/client';
import { KeyRound, ShieldAlert } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { useSnapshot } from '../room/inside.tsx';
import { useTrust } from './use-trust.ts';

const marks = {
  unverified: { icon: ShieldAlert, words: 'privacy.unverified' },
  changed: { icon: KeyRound, words: 'privacy.changed' },
  misnamed: { icon: ShieldAlert, words: 'privacy.misnamedMark' },
} as const;

/**
 * Says on somebody's tile in an encrypted room that one cannot be sure who they are, or that something was dropped which
 * the server gave out as theirs: else they would be silent for no reason. Nothing where all is well.
 */
export function TrustMark({ member }: { member: Member }) {
  const t = useText();
  const trust = useTrust(member);
  const misnamed = useSnapshot(({ privacy }) =>
    privacy.problems.some((problem) => problem.what === 'stream_misnamed' && problem.memberId === member.id),
  );
  const doubt = trust === 'unverified' || trust === 'changed' ? trust : misnamed ? 'misnamed' : undefined;
  if (!doubt) return null;
  const { icon: Icon, words } = marks[doubt];
  return (
    <span
      role="img"
      aria-label={t(words)}
      title={t(words)}
      data-trust={doubt}
      className="grid size-7 shrink-0 place-items-center rounded-full border-2 border-ground bg-alert-ground text-alert"
    >
      <Icon aria-hidden="true" className="size-4" />
    </span>
  );
}
