'use client';

import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { Notice } from '../ui/notice.tsx';
import { type KinProblem, kinProblems } from './kin-problem.ts';

/** What went wrong about one's devices, and what to do next. */
export function KinNotice({ problem, children }: { problem: KinProblem; children?: ReactNode }) {
  const t = useText();
  const { what, next } = kinProblems[problem];
  return (
    <Notice what={t(what)} next={t(next)}>
      {children}
    </Notice>
  );
}
