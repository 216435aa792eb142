import { limits } from '@earshot/protocol';
import { useText } from '../i18n/language.ts';
import { useDesk } from './use-desk.ts';

/** A report that an act closes, and what then happens to it on the screen. */
export interface ConcernedReport {
  readonly id: string;
  onDone(did: string): void;
}

/**
 * Closes a report once what was to be done about it is done. Resolves to what to say of both: the act counts,
 * whether the report could be closed or not.
 */
export function useClosingReport(): (closing: {
  report: ConcernedReport | undefined;
  outcome: string;
  note: string;
  did: string;
}) => Promise<string> {
  const t = useText();
  const { client } = useDesk();
  return async ({ report, outcome, note, did }) => {
    if (!report) return did;
    try {
      await client.closeReport(report.id, outcomeText(outcome, note));
      return did;
    } catch {
      return t('operator.reportStays', { did });
    }
  };
}

/** What is written down with a report. */
export function outcomeText(outcome: string, note: string): string {
  const text = note.trim() === '' ? outcome : `${outcome}: ${note.trim()}`;
  return text.slice(0, limits.operatorNoteCodeUnits).toWellFormed();
}
