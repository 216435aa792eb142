'use client';

import type { OperatorReport } from '@earshot/protocol';
import { type ReactNode, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { BanDialog } from './ban-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import type { ConcernedReport } from './closing-report.ts';
import { DismissDialog } from './dismiss-dialog.tsx';
import { OpenReport, type ReportAct } from './open-report.tsx';
import { type Done, useAct } from './use-act.ts';
import { useDesk } from './use-desk.ts';
import { whoIs } from './who-is.ts';

/** A report. Once something was done about it, one line says what, and has the way back where there is one. */
export function ReportCard({ report, gone }: { report: OperatorReport; gone: boolean }) {
  const t = useText();
  const desk = useDesk();
  const { actOrTell } = useAct();
  const [dialog, setDialog] = useState<ReportAct>();
  const [state, setState] = useState<{ at: 'open' | 'back' } | { at: 'done'; done: Done }>({ at: 'open' });
  const { id, on, room, open, prefix } = report;
  const name = whoIs({ ...on, prefix });
  const concerned: ConcernedReport = {
    id,
    onDone: (done) => setState({ at: 'done', done }),
    reopen: async () => {
      await desk.client.reopenReport(id);
      // Until the list has it again, it would stand here as closed elsewhere.
      await desk.refresh();
      setState({ at: 'back' });
    },
  };
  const dialogs = { report: concerned, onClose: () => setDialog(undefined) };
  const undo = state.at === 'done' ? state.done.undo : undefined;

  return (
    <li data-report={id}>
      {state.at === 'done' || gone ? (
        <DoneLine mine={state.at === 'done'} onUndo={undo && (() => void actOrTell(undo))}>
          {state.at === 'done' ? state.done.did : t('operator.closedElsewhere')}
        </DoneLine>
      ) : (
        <OpenReport report={report} back={state.at === 'back'} onAct={setDialog} />
      )}
      {dialog === 'ban' && <BanDialog person={on} prefix={prefix} {...dialogs} />}
      {dialog === 'close' && <CloseDialog room={room} open={open} {...dialogs} />}
      {dialog === 'dismiss' && <DismissDialog name={name} {...dialogs} />}
    </li>
  );
}

/** Stands where the report stood, and takes the focus that it had. */
function DoneLine({
  mine,
  onUndo,
  children,
}: {
  mine: boolean;
  onUndo: (() => void) | undefined;
  children: ReactNode;
}) {
  const t = useText();
  const line = useFocusOnMount<HTMLParagraphElement>(mine);
  return (
    <div className="flex items-center justify-between gap-x-4 rounded-md border border-line border-dashed px-4 py-1 text-soft sm:px-5">
      <p ref={line} tabIndex={-1} className="min-w-0 flex-1 py-2 wrap-anywhere">
        {children}
      </p>
      {onUndo && (
        <Button look="quiet" pad="snug" onClick={onUndo}>
          {t('chat.undo')}
        </Button>
      )}
    </div>
  );
}
