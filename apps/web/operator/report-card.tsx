'use client';

import { type OperatorReport, ReportReason } from '@earshot/protocol';
import { type ReactNode, useState } from 'react';
import { roomPath } from '../home/room-link.ts';
import { useFormat, useText } from '../i18n/language.ts';
import { useMinute } from '../square/use-minute.ts';
import { Button } from '../ui/button.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { BanDialog } from './ban-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { PersonMark } from './person-mark.tsx';
import { ReportChat } from './report-chat.tsx';
import { whoIs } from './who-is.ts';

/** A report: who told what about whom. Once something was done about it, one line says what. */
export function ReportCard({ report, gone }: { report: OperatorReport; gone: boolean }) {
  const t = useText();
  const [dialog, setDialog] = useState<'ban' | 'close' | 'dismiss'>();
  const [done, setDone] = useState<string>();
  const { id, on, by, room, open, prefix, chat, reason, atMs } = report;
  const name = whoIs({ ...on, prefix });
  const close = () => setDialog(undefined);
  const dialogs = { report: { id, onDone: setDone }, onClose: close };

  return (
    <li data-report={id}>
      {done !== undefined || gone ? (
        <DoneLine mine={done !== undefined}>{done ?? t('operator.closedElsewhere')}</DoneLine>
      ) : (
        <article
          aria-label={t('operator.about', { name })}
          className="grid gap-4 rounded-md border border-line bg-surface p-4 sm:p-5"
        >
          <div className="grid gap-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h3 className="min-w-0 font-semibold text-lg wrap-anywhere">{t('operator.about', { name })}</h3>
              <Ago atMs={atMs} />
            </div>
            <PersonMark ofKey={on.key} prefix={prefix} />
          </div>
          <Reason reason={reason} />
          <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
            <Fact name={t('operator.reporter')}>
              <PersonMark name={whoIs(by)} ofKey={by.key} />
            </Fact>
            <Fact name={t('operator.room')}>
              <a
                href={roomPath(room)}
                target="_blank"
                rel="noopener"
                className="font-medium underline wrap-anywhere"
              >
                <bdi>{room}</bdi>
              </a>{' '}
              <span className="text-soft">({t(open ? 'operator.roomOpen' : 'operator.roomOver')})</span>
            </Fact>
          </dl>
          <ReportChat chat={chat} about={on.name} />
          <div className="flex flex-wrap gap-2">
            <Button pad="snug" aria-haspopup="dialog" onClick={() => setDialog('ban')}>
              {t('operator.ban')}
            </Button>
            {open && (
              <Button pad="snug" aria-haspopup="dialog" onClick={() => setDialog('close')}>
                {t('operator.closeRoom')}
              </Button>
            )}
            <Button pad="snug" aria-haspopup="dialog" onClick={() => setDialog('dismiss')}>
              {t('operator.dismiss')}
            </Button>
          </div>
        </article>
      )}
      {dialog === 'ban' && <BanDialog person={on} prefix={prefix} {...dialogs} />}
      {dialog === 'close' && <CloseDialog room={room} {...dialogs} />}
      {dialog === 'dismiss' && <DismissDialog name={name} {...dialogs} />}
    </li>
  );
}

/** Stands where the report stood, and takes the focus that it had. */
function DoneLine({ mine, children }: { mine: boolean; children: ReactNode }) {
  const line = useFocusOnMount<HTMLParagraphElement>(mine);
  return (
    <p
      ref={line}
      tabIndex={-1}
      className="rounded-md border border-line border-dashed px-4 py-3 text-soft wrap-anywhere sm:px-5"
    >
      {children}
    </p>
  );
}

/** One of the reasons to choose from, and what the reporter wrote. One of a later version stands for itself. */
function Reason({ reason }: { reason: string }) {
  const t = useText();
  const [, code = reason, text = ''] = /^([^:]*):?\s*(.*)$/s.exec(reason) ?? [];
  const known = ReportReason.safeParse(code);
  return (
    <div className="grid gap-1">
      <p>
        <span className="rounded-full bg-alert-ground px-3 py-1 font-semibold text-alert text-sm">
          {known.success ? t(`operator.reason_${known.data}`) : code}
        </span>
      </p>
      {text && (
        <blockquote dir="auto" className="mt-1 whitespace-pre-wrap border-line border-s-4 ps-3 wrap-anywhere">
          {text}
        </blockquote>
      )}
    </div>
  );
}

function Ago({ atMs }: { atMs: number }) {
  const format = useFormat();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={format.moment(atMs)} className="text-soft text-sm">
      {format.ago(atMs, useMinute())}
    </time>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 max-sm:-mt-2">{children}</dd>
    </div>
  );
}
