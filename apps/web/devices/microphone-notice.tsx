'use client';

import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { type MicrophoneProblem, microphoneProblems } from './microphone-problem.ts';

/** Why there is no microphone, and what to do about it. */
export function MicrophoneNotice({
  problem,
  onRetry,
  children,
}: {
  problem: MicrophoneProblem;
  onRetry?: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  const { what, next, retryable } = microphoneProblems[problem];
  return (
    <Notice what={t(what)} next={onRetry ? `${t(next)} ${t('microphone.stillListen')}` : t(next)}>
      {onRetry && retryable && <Button onClick={onRetry}>{t('microphone.tryAgain')}</Button>}
      {children}
    </Notice>
  );
}
