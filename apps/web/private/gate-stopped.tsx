'use client';

import { useText } from '../i18n/language.ts';
import { type EntryProblem, isPrivateProblem } from '../room/entry-problem.ts';
import { useEntryWords } from '../room/use-entry-words.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { DoorStopped } from './door.ts';
import { PrivateRefused } from './private-refused.tsx';

/** Why nobody is asked for a password here, and what to do. */
export function GateStopped({
  stopped: { problem, waitMs },
  onRetry,
}: {
  stopped: DoorStopped;
  onRetry: () => void;
}) {
  const t = useText();
  if (!isPrivateProblem(problem)) return <NoWay problem={problem} waitMs={waitMs} onRetry={onRetry} />;
  return (
    <div className="grid gap-4">
      <PrivateRefused problem={problem} waitMs={waitMs} onRetry={onRetry} />
      <LinkButton href="/" className="justify-self-start">
        {t('missing.home')}
      </LinkButton>
    </div>
  );
}

function NoWay({
  problem,
  waitMs,
  onRetry,
}: {
  problem: EntryProblem;
  waitMs: number | undefined;
  onRetry: () => void;
}) {
  const t = useText();
  const { what, next } = useEntryWords(problem, waitMs);
  return (
    <Notice what={what} next={next}>
      <Button onClick={onRetry}>{t('problem.tryAgain')}</Button>
    </Notice>
  );
}
