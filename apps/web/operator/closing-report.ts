import { useText } from '../i18n/language.ts';
import type { Done } from './use-act.ts';
import { useDesk } from './use-desk.ts';

/** A report that an act closes, and what then happens to it on the screen. */
export interface ConcernedReport {
  readonly id: string;
  onDone(done: Done): void;
  /** Takes back that it was closed. */
  reopen(): Promise<void>;
}

/**
 * Closes a report once what was to be done about it is done. Resolves to what to say of both: the act counts,
 * whether the report could be closed or not.
 */
export function useClosingReport(): (closing: {
  report: ConcernedReport | undefined;
  outcome: string;
  did: string;
}) => Promise<Done> {
  const t = useText();
  const { client } = useDesk();
  return async ({ report, outcome, did }) => {
    if (!report) return { did };
    try {
      await client.closeReport(report.id, outcome);
      return { did };
    } catch {
      return { did: t('operator.reportStays', { did }), reportStays: true };
    }
  };
}
