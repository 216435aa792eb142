'use client';

import { shortName } from '@earshot/client/short-name';
import { useText } from '../i18n/language.ts';

/** The name that somebody's key has by itself: the same one whatever they call themselves. */
export function ShortName({ ofKey, className = 'text-sm text-soft' }: { ofKey: string; className?: string }) {
  const t = useText();
  if (ofKey === '') return null;
  return (
    <p title={t('identity.shortNameHint')} className={className}>
      <span className="sr-only">{t('identity.shortName')} </span>
      <bdi lang="en" className="font-mono">
        {shortName(ofKey)}
      </bdi>
    </p>
  );
}
