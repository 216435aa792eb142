import type { RpcError } from '@earshot/client';
import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';

/** Why a report was not taken, and what to do about it, in words. */
export interface ReportProblem {
  readonly what: string;
  readonly next: string;
}

interface Words {
  readonly t: Translate;
  readonly format: Pick<Format, 'duration'>;
  /** Whom the report was about. */
  readonly name: string;
}

const secondMs = 1_000;

export function reportProblem(error: unknown, { t, format, name }: Words): ReportProblem {
  const { error: code, retryAfterMs } = (error ?? {}) as Partial<RpcError>;
  switch (code) {
    case 'rate_limited': {
      // Rounded up: whoever waits as long as it says is not refused again.
      const waitMs = Math.ceil((retryAfterMs ?? 0) / secondMs) * secondMs;
      const next =
        waitMs > 0 ? t('report.waitFor', { time: format.duration(waitMs) }) : t('report.tooManyNext');
      return { what: t('report.tooMany'), next };
    }
    case 'storage_failed':
      return { what: t('report.notKept'), next: t('report.notKeptNext') };
    case 'not_found':
      return { what: t('report.gone', { name }), next: t('report.goneNext') };
    default:
      return { what: t('report.failed'), next: t('report.failedNext') };
  }
}
