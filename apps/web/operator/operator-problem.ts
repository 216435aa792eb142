import type { PlainKey } from '../i18n/translate.ts';

/** Why the server did not do what the operator wanted, as far as it matters to them. */
export type OperatorProblem =
  | 'rejected'
  | 'tooMany'
  | 'absent'
  | 'gone'
  | 'unkept'
  | 'invalid'
  | 'away'
  | 'failed';

export class OperatorError extends Error {
  readonly problem: OperatorProblem;

  constructor(problem: OperatorProblem, options?: ErrorOptions) {
    super(`operator: ${problem}`, options);
    this.name = 'OperatorError';
    this.problem = problem;
  }
}

export function problemOf(error: unknown): OperatorProblem {
  return error instanceof OperatorError ? error.problem : 'failed';
}

/** What to say about it, and what to do next. */
export const problemWords: Readonly<Record<OperatorProblem, { what: PlainKey; next: PlainKey }>> = {
  rejected: { what: 'operator.rejected', next: 'operator.rejectedNext' },
  tooMany: { what: 'operator.tooMany', next: 'operator.tooManyNext' },
  absent: { what: 'operator.absent', next: 'operator.absentNext' },
  gone: { what: 'operator.gone', next: 'operator.goneNext' },
  unkept: { what: 'operator.unkept', next: 'operator.unkeptNext' },
  invalid: { what: 'operator.invalid', next: 'operator.invalidNext' },
  away: { what: 'operator.away', next: 'operator.awayNext' },
  failed: { what: 'operator.failed', next: 'operator.failedNext' },
};
