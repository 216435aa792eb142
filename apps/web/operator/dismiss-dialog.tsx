'use client';

import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { type ConcernedReport, outcomeText } from './closing-report.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { NoteField } from './note-field.tsx';
import { useDesk } from './use-desk.ts';

/** Closes a report without doing anything about it. */
export function DismissDialog({
  name,
  report,
  onClose,
}: {
  /** Whom it is about. */
  name: string;
  report: ConcernedReport;
  onClose: () => void;
}) {
  const t = useText();
  const { client } = useDesk();
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      heading={t('operator.dismissAsk')}
      what={t('operator.dismissWhat', { name })}
      does={t('operator.doDismiss')}
      grave={false}
      onDo={async () => {
        await client.closeReport(report.id, outcomeText(t('operator.dismissed'), note));
        return { did: t('operator.didDismiss', { name }) };
      }}
      onDone={report.onDone}
      onClose={onClose}
    >
      <NoteField value={note} onChange={setNote} />
    </ConfirmDialog>
  );
}
