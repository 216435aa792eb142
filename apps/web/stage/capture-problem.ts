import type { PlainKey } from '../i18n/translate.ts';

/** Why nothing is shown. All but `lost` and `refused` are codes of the client's `CaptureError`. */
export type CaptureProblem =
  | 'denied'
  | 'none'
  | 'in_use'
  | 'insecure'
  | 'unsupported'
  | 'failed'
  /** Unplugged, or taken away. */
  | 'lost'
  /** The server does not take it. */
  | 'refused';

interface Copy {
  readonly what: PlainKey;
  readonly next: PlainKey;
  /** Whether trying again on this page can help. */
  readonly retryable: boolean;
}

export const cameraProblems: Readonly<Record<CaptureProblem, Copy>> = {
  denied: { what: 'camera.denied', next: 'camera.deniedNext', retryable: true },
  none: { what: 'camera.none', next: 'camera.noneNext', retryable: true },
  in_use: { what: 'camera.in_use', next: 'camera.in_useNext', retryable: true },
  insecure: { what: 'camera.insecure', next: 'camera.insecureNext', retryable: false },
  unsupported: { what: 'camera.failed', next: 'camera.failedNext', retryable: true },
  failed: { what: 'camera.failed', next: 'camera.failedNext', retryable: true },
  lost: { what: 'camera.lost', next: 'camera.lostNext', retryable: true },
  refused: { what: 'camera.refused', next: 'camera.refusedNext', retryable: true },
};

const screenFailed: Copy = { what: 'screen.failed', next: 'screen.failedNext', retryable: true };

export const screenProblems: Readonly<Record<CaptureProblem, Copy>> = {
  denied: { what: 'screen.denied', next: 'screen.deniedNext', retryable: true },
  none: screenFailed,
  in_use: screenFailed,
  insecure: { what: 'screen.insecure', next: 'screen.insecureNext', retryable: false },
  unsupported: { what: 'screen.unsupported', next: 'screen.unsupportedNext', retryable: false },
  failed: screenFailed,
  lost: screenFailed,
  refused: { what: 'screen.refused', next: 'screen.refusedNext', retryable: true },
};

/** The problem behind whatever capturing threw. */
export function captureProblem(error: unknown): CaptureProblem {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && Object.hasOwn(cameraProblems, code)
    ? (code as CaptureProblem)
    : 'failed';
}
