'use client';

import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Switch } from '../ui/switch.tsx';
import { type ConcernedReport, useClosingReport } from './closing-report.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { Done } from './use-act.ts';
import { useDesk } from './use-desk.ts';

/** Sends everybody out of a room, and frees its name where that is wanted. */
export function CloseDialog({
  room,
  report,
  onClose,
}: {
  room: string;
  /** What it is done about, and is closed with it. */
  report?: ConcernedReport;
  onClose: () => void;
}) {
  const t = useText();
  const { client } = useDesk();
  const closing = useClosingReport();
  const [forget, setForget] = useState(false);

  async function close(): Promise<Done> {
    await client.closeRoom({ name: room, forget });
    const did = t(forget ? 'operator.didForget' : 'operator.didClose', { room });
    return closing({ report, outcome: did, did });
  }

  return (
    <ConfirmDialog
      heading={t('operator.closeAsk', { room })}
      what={t('operator.closeWhat')}
      does={t('operator.doClose')}
      onDo={close}
      onDone={report?.onDone}
      onClose={onClose}
    >
      <Switch label={t('operator.forget')} hint={t('operator.forgetHint')} on={forget} onChange={setForget} />
    </ConfirmDialog>
  );
}
