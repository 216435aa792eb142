'use client';

import type { ReportReason } from '@earshot/client';
import { useId } from 'react';
import { useText } from '../i18n/language.ts';

const reasons = [
  ['spam', 'report.spam'],
  ['harassment', 'report.harassment'],
  ['hate', 'report.hate'],
  ['sexual', 'report.sexual'],
  ['violence', 'report.violence'],
  ['impersonation', 'report.impersonation'],
  ['other', 'report.other'],
] as const satisfies readonly (readonly [ReportReason, string])[];

/** What somebody did, one of the things there are. */
export function ReasonChoice({
  reason,
  missing,
  onChoose,
}: {
  reason: ReportReason | undefined;
  /** Somebody wanted to go on without choosing. */
  missing: boolean;
  onChoose: (reason: ReportReason) => void;
}) {
  const t = useText();
  const id = useId();
  return (
    <fieldset aria-describedby={missing ? id : undefined} className="grid min-w-0">
      <legend className="mb-1 font-semibold">{t('report.reason')}</legend>
      {reasons.map(([value, words]) => (
        <label
          key={value}
          className="-mx-2 flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2 hover:bg-sunken pointer-fine:min-h-10"
        >
          <input
            type="radio"
            name={`${id}-reason`}
            checked={reason === value}
            onChange={() => onChoose(value)}
            className="size-5 shrink-0 accent-ink"
          />
          {t(words)}
        </label>
      ))}
      {missing && (
        <p id={id} role="alert" className="text-sm text-alert">
          {t('report.choose')}
        </p>
      )}
    </fieldset>
  );
}
