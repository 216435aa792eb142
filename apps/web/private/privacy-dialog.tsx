'use client';

import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { useSnapshot } from '../room/inside.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PrivacyPeople } from './privacy-people.tsx';
import { SafetyNumber } from './safety-number.tsx';

/** What is protected here and what is not, and how people make sure of each other. */
export function PrivacyDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const kind = useSnapshot(({ privacy }) => privacy.kind);
  return (
    <Dialog heading={t('privacy.how')} onClose={onClose}>
      <p>{t(kind === 'private' ? 'privacy.whatPrivate' : 'privacy.whatEncrypted')}</p>
      <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <h3 className="font-semibold">{t('privacy.number')}</h3>
        <SafetyNumber />
        <p className="text-sm text-soft">{t('privacy.numberHint')}</p>
      </section>
      <PrivacyPeople />
      <section className="grid gap-2">
        <h3 className="font-semibold">{t('privacy.protected')}</h3>
        <ul className="grid gap-1.5">
          <Point good>{t('privacy.sound')}</Point>
          <Point good>{t('privacy.chat')}</Point>
          {kind === 'private' && <Point good>{t('privacy.name')}</Point>}
        </ul>
      </section>
      <section className="grid gap-2">
        <h3 className="font-semibold">{t('privacy.server')}</h3>
        <ul className="grid gap-1.5">
          <Point>{t('privacy.serverCode')}</Point>
          {kind === 'private' && <Point>{t('privacy.serverGuess')}</Point>}
          <Point>{t('privacy.serverDrop')}</Point>
          <Point>{t('privacy.serverSees')}</Point>
        </ul>
      </section>
    </Dialog>
  );
}

function Point({ good = false, children }: { good?: boolean; children: ReactNode }) {
  const Icon = good ? Check : TriangleAlert;
  return (
    <li className="flex gap-3">
      <Icon aria-hidden="true" className={`mt-1 size-4 shrink-0 ${good ? 'text-ink' : 'text-alert'}`} />
      <span className="min-w-0">{children}</span>
    </li>
  );
}
