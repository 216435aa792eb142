'use client';

import type { Message } from '@earshot/client';
import { ArrowDownUp, LockKeyhole, type LucideIcon, ShieldAlert } from 'lucide-react';
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

/** Below a message, what about it is the server's doing: its author has not signed it, or wrote it at another point. */
export function SealDoubts({ seal, misplaced }: Pick<Message, 'seal' | 'misplaced'>) {
  const t = useText();
  return (
    <>
      {seal === 'unverified' && <Doubt icon={ShieldAlert}>{t('privacy.unsigned')}</Doubt>}
      {misplaced && <Doubt icon={ArrowDownUp}>{t('privacy.misplaced')}</Doubt>}
    </>
  );
}

function Doubt({ icon: Icon, children }: { icon: LucideIcon; children: string }) {
  return (
    <p className="flex gap-1.5 px-1 text-alert text-sm">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {children}
    </p>
  );
}
