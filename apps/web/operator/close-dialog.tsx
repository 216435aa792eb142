'use client';

import { isPrivateRoom } from '@earshot/protocol';
import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Switch } from '../ui/switch.tsx';
import { type ConcernedReport, useClosingReport } from './closing-report.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { Done } from './use-act.ts';
import { useDesk } from './use-desk.ts';

/** Sends everybody out of a room, and forgets it where that is wanted; one that is not open can be forgotten only. */
export function CloseDialog({
  room,
  open = true,
  report,
  onClose,
}: {
  room: string;
  open?: boolean;
  /** What it is done about, and is closed with it. */
  report?: ConcernedReport;
  onClose: () => void;
}) {
  const t = useText();
  const { client } = useDesk();
  const closing = useClosingReport();
  const [chosen, setForget] = useState(false);
  const forget = chosen || !open;
  const isPrivate = isPrivateRoom(room);

  const hint = isPrivate ? 'operator.forgetPrivateHint' : 'operator.forgetHint';

  async function close(): Promise<Done> {
    await client.closeRoom({ name: room, forget });
    const forgotten = isPrivate || !open ? 'operator.didForgetRoom' : 'operator.didForget';
    const did = t(forget ? forgotten : 'operator.didClose', { room });
    return closing({ report, outcome: did, did });
  }

  return (
    <ConfirmDialog
      heading={t(open ? 'operator.closeAsk' : 'operator.forgetAsk', { room })}
      what={t(open ? 'operator.closeWhat' : hint)}
      does={t(open ? 'operator.doClose' : 'operator.doForget')}
      onDo={close}
      onDone={report?.onDone}
      onClose={onClose}
    >
      {open && (
        <Switch
          label={t(isPrivate ? 'operator.forgetPrivate' : 'operator.forget')}
          hint={t(hint)}
          on={forget}
          onChange={setForget}
        />
      )}
    </ConfirmDialog>
  );
}
