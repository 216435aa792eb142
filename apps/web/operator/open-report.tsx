'use client';

import { isPrivateRoom, type OperatorReport, ReportReason } from '@earshot/protocol';
import type { ReactNode } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { useMinute } from '../square/use-minute.ts';
import { Button } from '../ui/button.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { PersonMark } from './person-mark.tsx';
import { ReportChat } from './report-chat.tsx';
import { RoomName } from './room-name.tsx';
import { whoIs } from './who-is.ts';

/** What can be done about a report. */
export type ReportAct = 'ban' | 'close' | 'dismiss';

/** A report that nobody has closed: who told what about whom, and the ways to act on it. */
export function OpenReport({
  report,
  back,
  onAct,
}: {
  report: OperatorReport;
  /** It was closed a moment ago, and takes the focus that its undoing had. */
  back: boolean;
  onAct: (act: ReportAct) => void;
}) {
  const t = useText();
  const article = useFocusOnMount<HTMLElement>(back);
  const { on, by, room, open, prefix, chat, reason, atMs } = report;
  const name = whoIs({ ...on, prefix });
  // Only what is kept can be forgotten, and of a private room something always is.
  const closable = open || isPrivateRoom(room);
  return (
    <article
      ref={article}
      tabIndex={-1}
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
        <Fact name={t(isPrivateRoom(room) ? 'operator.private' : 'operator.room')}>
          <span className="font-medium">
            <RoomName room={room} />
          </span>{' '}
          <span className="text-soft">({t(open ? 'operator.roomOpen' : 'operator.roomOver')})</span>
        </Fact>
      </dl>
      <ReportChat chat={chat} about={on.name} />
      <div className="flex flex-wrap gap-2">
        <Button pad="snug" aria-haspopup="dialog" onClick={() => onAct('ban')}>
          {t('operator.ban')}
        </Button>
        {closable && (
          <Button pad="snug" aria-haspopup="dialog" onClick={() => onAct('close')}>
            {t(open ? 'operator.closeRoom' : 'operator.forgetRoom')}
          </Button>
        )}
        <Button pad="snug" aria-haspopup="dialog" onClick={() => onAct('dismiss')}>
          {t('operator.dismiss')}
        </Button>
      </div>
    </article>
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
