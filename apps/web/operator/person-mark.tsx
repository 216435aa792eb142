'use client';

import type { Person } from '@earshot/protocol';
import { useText } from '../i18n/language.ts';
import { ShortName } from '../people/short-name.tsx';

/** Somebody by name, by the short name of their key, and by where they came from. */
export function PersonMark({ person, prefix }: { person: Person; prefix?: string | undefined }) {
  const t = useText();
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
      <bdi className="max-w-full font-medium wrap-anywhere">{person.name || t('acted.someone')}</bdi>
      {person.key && <ShortName ofKey={person.key} />}
      {prefix && (
        <p className="text-soft text-sm">
          <span className="sr-only">{t('operator.address')} </span>
          <bdi className="font-mono wrap-anywhere">{prefix}</bdi>
        </p>
      )}
    </div>
  );
}
