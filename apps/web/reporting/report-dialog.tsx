'use client';

import type { MemberId } from '@earshot/client';
import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportThanks } from './report-thanks.tsx';

/** Whom a report is about. They may leave while it is being written. */
export interface Reported {
  readonly id: MemberId;
  readonly name: string;
}

/** Tells whoever runs the server about somebody, and nobody else. */
export function ReportDialog({ about, onClose }: { about: Reported; onClose: () => void }) {
  const t = useText();
  const [sent, setSent] = useState(false);
  return (
    <Dialog heading={t('report.heading', { name: about.name })} onClose={onClose}>
      {sent ? <ReportThanks about={about} /> : <ReportForm about={about} onSent={() => setSent(true)} />}
    </Dialog>
  );
}
