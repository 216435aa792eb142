'use client';

import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { CopyButton } from '../identity/copy-button.tsx';
import { QrCode } from '../share/qr-code.tsx';
import type { MadeRoom } from './private-client.ts';

/** What others need to come into a private room, each to be copied by itself, and how to send it. */
export function MadeSheet({
  made: { link, mode, password, kept },
  children,
}: {
  made: MadeRoom;
  children: ReactNode;
}) {
  const t = useText();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 [&_section_button]:scroll-mb-28">
      <section aria-labelledby="made-link" className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h3 id="made-link" className="font-semibold">
          {t('made.link')}
        </h3>
        <QrCode text={link} label={t('share.qr')} className="w-full max-w-48 justify-self-center" />
        <p className="rounded-md bg-sunken px-4 py-3 text-sm wrap-anywhere select-all">
          <bdi dir="ltr">{link}</bdi>
        </p>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={link} label={t('made.copyLink')} />
        </div>
      </section>
      {mode !== 'link' && (
        <section aria-labelledby="made-password" className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <h3 id="made-password" className="font-semibold">
            {t('phrase.label')}
          </h3>
          <p className="rounded-md bg-sunken px-4 py-3 text-lg font-medium wrap-anywhere select-all">
            <bdi dir="ltr">{password}</bdi>
          </p>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={password} label={t('phrase.copy')} />
          </div>
        </section>
      )}
      <div className="grid gap-2 text-soft">
        <p>{t(mode === 'link' ? 'made.linkAlone' : 'made.apart')}</p>
        <p>{t('made.keep')}</p>
        {!kept && <p className="text-alert">{t('made.notKept')}</p>}
      </div>
      {/* In sight from the first moment, however low the window: what it covers is scrolled to. */}
      <div className="sticky bottom-0 -mx-4 -mb-4 grid border-t border-line bg-surface px-4 py-3 sm:-mx-6 sm:-mb-6 sm:px-6 sm:py-4">
        {children}
      </div>
    </div>
  );
}
