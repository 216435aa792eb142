'use client';

import { useText } from '../i18n/language.ts';
import { ShortName } from '../people/short-name.tsx';

interface Somebody {
  /** Left out where it stands beside it anyway. */
  name?: string | undefined;
  ofKey?: string | undefined;
  prefix?: string | undefined;
}

/** Somebody by name, by the short name of their key, and by where they came from, as far as that is known. */
export function PersonMark({ name, ofKey, prefix }: Somebody) {
  const t = useText();
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-3 empty:hidden">
      {name && <bdi className="max-w-full font-medium wrap-anywhere">{name}</bdi>}
      {ofKey && <ShortName ofKey={ofKey} />}
      {prefix && (
        <p className="text-soft text-sm">
          <span className="sr-only">{t('operator.address')} </span>
          <bdi className="font-mono wrap-anywhere">{prefix}</bdi>
        </p>
      )}
    </div>
  );
}
