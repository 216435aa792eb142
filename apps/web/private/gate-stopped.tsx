'use client';

import { useFormat, useText } from '../i18n/language.ts';
import { entryProblems, isPrivateProblem } from '../room/entry-problem.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { DoorStopped } from './door.ts';
import { PrivateRefused } from './private-refused.tsx';

const minuteMs = 60_000;

/** Why nobody is asked for a password here, and what to do. */
export function GateStopped({ stopped, onRetry }: { stopped: DoorStopped; onRetry: () => void }) {
  const t = useText();
  const format = useFormat();
  const { problem, waitMs } = stopped;
  if (!isPrivateProblem(problem)) {
    const { what, next } = entryProblems[problem];
    return (
      <Notice
        what={t(what)}
        next={
          problem === 'barred' && waitMs !== undefined
            ? t('problem.bannedFor', { time: format.duration(Math.ceil(waitMs / minuteMs) * minuteMs) })
            : t(next)
        }
      >
        <Button onClick={onRetry}>{t('problem.tryAgain')}</Button>
      </Notice>
    );
  }
  return (
    <div className="grid gap-4">
      <PrivateRefused problem={problem} waitMs={waitMs} onRetry={onRetry} />
      <LinkButton href="/" className="justify-self-start">
        {t('missing.home')}
      </LinkButton>
    </div>
  );
}
