'use client';

import type { OperatorNewBan, Person } from '@earshot/protocol';
import { type ReactNode, useId, useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { ShortName } from '../people/short-name.tsx';
import { type BanLength, BanLengthField, banMs } from './ban-length.tsx';
import { type ConcernedReport, useClosingReport } from './closing-report.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { Done } from './use-act.ts';
import { useDesk } from './use-desk.ts';
import { whoIs } from './who-is.ts';

/** Keeps somebody out of the whole server: by their key, by where they come from, or both. */
export function BanDialog({
  person,
  prefix,
  report,
  onClose,
}: {
  person: Person;
  prefix: string | undefined;
  /** What it is done about, and is closed with it. */
  report?: ConcernedReport;
  onClose: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const { client } = useDesk();
  const closing = useClosingReport();
  const [length, setLength] = useState<BanLength>('day');
  const [byKey, setByKey] = useState(person.key !== undefined);
  const [byPrefix, setByPrefix] = useState(prefix !== undefined);
  const name = whoIs({ ...person, prefix });
  const unknown = person.key === undefined && prefix === undefined;

  async function ban(): Promise<Done> {
    const forMs = banMs(length);
    const wanted: OperatorNewBan = {
      name: person.name,
      ...(byKey && person.key !== undefined && { key: person.key }),
      ...(byPrefix && prefix !== undefined && { prefix }),
      ...(forMs !== undefined && { forMs }),
    };
    const { id } = await client.ban(wanted);
    const outcome =
      forMs === undefined
        ? t('operator.bannedForGood')
        : t('operator.bannedFor', { time: format.duration(forMs) });
    const done = await closing({ report, outcome, did: t('host.didBan', { name }) });
    return {
      ...done,
      undo: async () => {
        await client.lift(id);
        if (!done.reportStays) await report?.reopen();
        return { did: t('host.didUnban', { name }) };
      },
    };
  }

  function unready(): string | undefined {
    if (unknown) return t('operator.banUnknown');
    return byKey || byPrefix ? undefined : t('operator.banNeither');
  }

  return (
    <ConfirmDialog
      heading={t('operator.banAsk', { name })}
      what={t(unknown ? 'operator.banUnknown' : 'operator.banWhat')}
      does={t('host.doBan')}
      unready={unready}
      onDo={ban}
      onDone={report?.onDone}
      onClose={onClose}
    >
      {!unknown && (
        <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-1">
          <legend className="mb-1 font-semibold">{t('operator.banWhom')}</legend>
          {person.key !== undefined && (
            <Choice
              label={t('operator.banKey')}
              hint={t('operator.banKeyHint')}
              on={byKey}
              onChange={setByKey}
            >
              <ShortName ofKey={person.key} />
            </Choice>
          )}
          {prefix !== undefined && (
            <Choice
              label={t('operator.banPrefix', { prefix })}
              hint={t('operator.banPrefixHint')}
              on={byPrefix}
              onChange={setByPrefix}
            />
          )}
        </fieldset>
      )}
      <BanLengthField value={length} onChange={setLength} />
    </ConfirmDialog>
  );
}

function Choice({
  label,
  hint,
  on,
  onChange,
  children,
}: {
  label: string;
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 rounded-md px-2 py-1 hover:bg-sunken">
      <input
        id={id}
        type="checkbox"
        checked={on}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.checked)}
        className="size-5 accent-ink"
      />
      <label htmlFor={id} className="flex min-h-9 cursor-pointer items-center font-medium wrap-anywhere">
        {label}
      </label>
      {children && <div className="col-start-2">{children}</div>}
      <p id={`${id}-hint`} className="col-start-2 text-soft text-sm">
        {hint}
      </p>
    </div>
  );
}
