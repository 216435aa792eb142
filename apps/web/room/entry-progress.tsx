'use client';

import { type MouseEvent, useEffect, useRef } from 'react';
import { forgetPlan } from '../home/create-plan.ts';
import { interpreter, useFormat, useText } from '../i18n/language.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { Waiting } from '../ui/waiting.tsx';
import { type EntryProblem, entryProblems, isPrivateProblem } from './entry-problem.ts';
import { useRoomLabel } from './room-label.ts';
import { useRoomAccess } from './room-provider.tsx';
import type { Entry } from './visit-state.ts';

type Refusal = Extract<Entry, { at: 'refused' }>;

/** Only whoever goes into an encrypted room needs them. */
const EnteringWords = onDemand(
  () =>
    Promise.all([import('../private/entering-words.tsx'), interpreter.whole()]).then(
      ([file]) => file.EnteringWords,
    ),
  null,
);
const PrivateRefused = onDemand(() =>
  Promise.all([import('../private/private-refused.tsx'), interpreter.whole()]).then(
    ([file]) => file.PrivateRefused,
  ),
);

/** So long after it appears, a click on Cancel is the second half of a double click on what was there before. */
const doubleClickMs = 500;

const minuteMs = 60_000;

/** What is being waited for on the way in, and the way to stop waiting. */
export function EntryProgress({
  entry,
}: {
  entry: Extract<Entry, { at: 'opening_microphone' | 'joining' }>;
}) {
  const t = useText();
  const { visit } = useRoomAccess();
  const room = useRoomLabel();
  const cancel = useFocusOnMount<HTMLButtonElement>();
  const shownAtMs = useRef(0);
  useEffect(() => {
    shownAtMs.current = performance.now();
  }, []);

  function words(): string {
    if (entry.at === 'opening_microphone') return t('lobby.openingMicrophone');
    return entry.working ? t('lobby.working') : t('lobby.joining', { room });
  }

  function stop({ timeStamp }: MouseEvent) {
    if (timeStamp - shownAtMs.current > doubleClickMs) visit.cancel();
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <p
        role="status"
        className="flex min-h-12 min-w-0 flex-1 basis-48 items-center gap-3 font-medium wrap-anywhere"
      >
        <Waiting className="text-glow" />
        {entry.at === 'joining' && entry.step ? <EnteringWords step={entry.step} /> : words()}
      </p>
      <Button
        ref={cancel}
        onClick={stop}
        // Enter that is still held from pressing Join is no wish to cancel.
        onKeyDown={(event) => event.repeat && event.preventDefault()}
      >
        {t('lobby.cancel')}
      </Button>
    </div>
  );
}

/** Why one could not come in, and the way to try once more. */
export function EntryRefused({
  refusal,
  over = false,
  onRetry,
}: {
  refusal: Refusal;
  /** What stood in the way does not any more. */
  over?: boolean;
  onRetry: () => void;
}) {
  const { problem, waitMs } = refusal;
  if (isPrivateProblem(problem))
    return <PrivateRefused problem={problem} waitMs={waitMs} onRetry={onRetry} />;
  return <Refused problem={problem} waitMs={waitMs} over={over} onRetry={onRetry} />;
}

function Refused({
  problem,
  waitMs,
  over,
  onRetry,
}: {
  problem: EntryProblem;
  /** For how long one is kept out, where that is known. */
  waitMs: number | undefined;
  /** What stood in the way does not any more. */
  over: boolean;
  onRetry: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const retry = useFocusOnMount<HTMLButtonElement>();
  const { what, next } = entryProblems[problem];
  // Not as its owner, then.
  const asGuest = problem === 'name_taken' || problem === 'keyless';
  function again() {
    if (asGuest) forgetPlan();
    onRetry();
  }
  const whatNext =
    (problem === 'banned' || problem === 'barred') && waitMs !== undefined
      ? t('problem.bannedFor', { time: format.duration(Math.ceil(waitMs / minuteMs) * minuteMs) })
      : t(next);
  return (
    <Notice what={t(over ? 'problem.unlocked' : what)} next={over ? '' : whatNext} good={over}>
      {problem === 'name_taken' && <LinkButton href="/">{t('problem.otherName')}</LinkButton>}
      <Button ref={retry} onClick={again}>
        {t(asGuest ? 'problem.asGuest' : 'problem.tryAgain')}
      </Button>
    </Notice>
  );
}
