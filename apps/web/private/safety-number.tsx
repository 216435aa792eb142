'use client';

import { useText } from '../i18n/language.ts';
import { useSnapshot } from '../room/inside.tsx';

/** Eight groups of five digits, four to a line where there is room, to be read aloud. */
export function SafetyNumber() {
  const t = useText();
  const number = useSnapshot(({ privacy }) => privacy.safetyNumber);
  if (number === '') return <p className="text-soft">{t('privacy.numberComing')}</p>;
  return (
    <p
      dir="ltr"
      data-safety-number={number}
      className="grid grid-cols-4 justify-items-center gap-x-2 gap-y-1 rounded-md bg-sunken px-3 py-4 font-mono text-lg font-semibold tabular-nums select-all max-[22rem]:grid-cols-2"
    >
      {number.split(' ').map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups are told apart by their place alone.
        <span key={`${group} ${at}`}>{group} </span>
      ))}
    </p>
  );
}
