import type { PlainKey } from '../i18n/translate.ts';

/** Why there is no microphone. All but `lost` are codes of the client's `CaptureError`. */
export type MicrophoneProblem = 'denied' | 'none' | 'in_use' | 'insecure' | 'failed' | 'lost';

interface Copy {
  what: PlainKey;
  next: PlainKey;
  /** Whether trying again on this page can help. */
  retryable: boolean;
}

export const microphoneProblems: Readonly<Record<MicrophoneProblem, Copy>> = {
  denied: { what: 'microphone.denied', next: 'microphone.deniedNext', retryable: true },
  none: { what: 'microphone.none', next: 'microphone.noneNext', retryable: true },
  in_use: { what: 'microphone.in_use', next: 'microphone.in_useNext', retryable: true },
  insecure: { what: 'microphone.insecure', next: 'microphone.insecureNext', retryable: false },
  failed: { what: 'microphone.failed', next: 'microphone.failedNext', retryable: true },
  lost: { what: 'microphone.lost', next: 'microphone.lostNext', retryable: true },
};

/** The problem behind whatever opening a microphone threw. */
export function microphoneProblem(error: unknown): MicrophoneProblem {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && Object.hasOwn(microphoneProblems, code)
    ? (code as MicrophoneProblem)
    : 'failed';
}
