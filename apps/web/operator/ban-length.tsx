'use client';

import { useFormat, useText } from '../i18n/language.ts';
import { SelectField } from '../ui/select-field.tsx';

const hourMs = 3_600_000;
const lengths = { hour: hourMs, day: 24 * hourMs, month: 30 * 24 * hourMs, forGood: undefined } as const;

export type BanLength = keyof typeof lengths;

/** In milliseconds; undefined: for good. */
export function banMs(length: BanLength): number | undefined {
  return lengths[length];
}

/** For how long somebody is kept out. */
export function BanLengthField({
  value,
  onChange,
}: {
  value: BanLength;
  onChange: (length: BanLength) => void;
}) {
  const t = useText();
  const format = useFormat();
  return (
    <SelectField
      label={t('host.banFor')}
      value={value}
      onChange={(next) => onChange(next as BanLength)}
      options={Object.entries(lengths).map(([length, ms]) => (
        <option key={length} value={length}>
          {ms === undefined ? t('host.forGood') : format.duration(ms)}
        </option>
      ))}
    />
  );
}
