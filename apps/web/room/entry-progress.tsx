'use client';

import { forgetPlan } from '../home/create-plan.ts';
import { interpreter, useText } from '../i18n/language.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { UnderWay } from '../ui/under-way.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { type EntryProblem, isPrivateProblem } from './entry-problem.ts';
import { useRoomLabel } from './room-label.ts';
import { useRoomAccess } from './room-provider.tsx';
import { useEntryWords } from './use-entry-words.ts';
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

/** What is being waited for on the way in, and the way to stop waiting. */
export function EntryProgress({
  entry,
}: {
  entry: Extract<Entry, { at: 'opening_microphone' | 'joining' }>;
}) {
  const t = useText();
  const { visit } = useRoomAccess();
  const room = useRoomLabel();

  function words(): string {
    if (entry.at === 'opening_microphone') return t('lobby.openingMicrophone');
    return entry.working ? t('lobby.working') : t('lobby.joining', { room });
  }

  return (
    <UnderWay onCancel={() => visit.cancel()}>
      {entry.at === 'joining' && entry.step ? <EnteringWords step={entry.step} /> : words()}
    </UnderWay>
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
  const retry = useFocusOnMount<HTMLButtonElement>();
  const { what, next } = useEntryWords(problem, waitMs);
  // Not as its owner, then.
  const asGuest = problem === 'name_taken' || problem === 'keyless';
  function again() {
    if (asGuest) forgetPlan();
    onRetry();
  }
  return (
    <Notice what={over ? t('problem.unlocked') : what} next={over ? '' : next} good={over}>
      {problem === 'name_taken' && <LinkButton href="/">{t('problem.otherName')}</LinkButton>}
      <Button ref={retry} onClick={again}>
        {t(asGuest ? 'problem.asGuest' : 'problem.tryAgain')}
      </Button>
    </Notice>
  );
}
