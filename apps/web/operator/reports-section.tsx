'use client';

import { useText } from '../i18n/language.ts';
import { ReportCard } from './report-card.tsx';
import { RollFrame } from './roll-frame.tsx';
import { useDesk } from './use-desk.ts';

/** What people have told about others, and what can be done about it. */
export function ReportsSection() {
  const t = useText();
  const { reports } = useDesk();
  return (
    <RollFrame
      roll={reports}
      named="operator.reports"
      more="log.older"
      empty={
        <div className="grid max-w-prose gap-1 rounded-md border border-line border-dashed px-6 py-8">
          <p className="font-semibold text-lg">{t('operator.noReports')}</p>
          <p className="text-soft">{t('operator.noReportsWhat')}</p>
        </div>
      }
    >
      {({ item, gone }) => <ReportCard key={item.id} report={item} gone={gone} />}
    </RollFrame>
  );
}
