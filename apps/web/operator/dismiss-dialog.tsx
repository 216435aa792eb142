'use client';

import { limits } from '@earshot/protocol';
import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { TextField } from '../ui/text-field.tsx';
import type { ConcernedReport } from './closing-report.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
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
        await client.closeReport(report.id, note.trim() || t('operator.dismissed'));
        return {
          did: t('operator.didDismiss', { name }),
          undo: async () => {
            await report.reopen();
            return { did: t('operator.didReopen', { name }) };
          },
        };
      }}
      onDone={report.onDone}
      onClose={onClose}
    >
      <TextField
        label={t('operator.note')}
        hint={t('operator.noteHint')}
        value={note}
        maxLength={limits.operatorNoteCodeUnits}
        onChange={({ target }) => setNote(target.value)}
      />
    </ConfirmDialog>
  );
}
