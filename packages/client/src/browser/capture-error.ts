/**
 * Why there is no microphone, camera or screen. `denied`: the person or a policy refused it; `none`: there is
 * none; `dismissed`: they changed their mind while choosing a screen; `in_use`: another program holds it;
 * `insecure`: the page is not served over https; `unsupported`: this browser cannot; `failed`: anything else.
 */
export type CaptureErrorCode =
  | 'denied'
  | 'dismissed'
  | 'none'
  | 'in_use'
  | 'insecure'
  | 'unsupported'
  | 'failed';

export class CaptureError extends Error {
  readonly code: CaptureErrorCode;

  constructor(code: CaptureErrorCode, options?: { cause?: unknown }) {
    super(`Nothing captured: ${code}`, options);
    this.name = 'CaptureError';
    this.code = code;
  }
}

/** https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia and screen-capture name each of these. */
const codes: Record<string, CaptureErrorCode> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'in_use',
  AbortError: 'in_use',
  NotSupportedError: 'unsupported',
};

export function captureError(cause: unknown): CaptureError {
  return new CaptureError(codes[(cause as Error).name] ?? 'failed', { cause });
}
