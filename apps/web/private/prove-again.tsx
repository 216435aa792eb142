'use client';

import type { EnteringStep, Privacy } from '@earshot/client';
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { entryProblems, entryRefusal, isPrivateProblem } from '../room/entry-problem.ts';
import { useInside } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { heldSecret, onSecrets, renewSecret } from '../room/room-secrets.ts';
import { useSay } from '../room/say.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { useTimeLeft } from '../ui/use-time-left.ts';
import { Waiting } from '../ui/waiting.tsx';
import { EnteringWords } from './entering-words.tsx';
import { privateWords } from './entry-words.ts';
import { PasswordField } from './password-field.tsx';
import { WholeLinkField } from './whole-link-field.tsx';

type Again = NonNullable<Privacy['proveAgain']>;

/** The moments at which a screen reader is told how much time there is. */
const toldAtMs = [30_000, 10_000];

/** The room's secret was changed: in front of everything, and among the notices once somebody has put it aside. */
export function ProveAgain({ again }: { again: Again }) {
  const t = useText();
  const [aside, setAside] = useState(false);
  const heading = t(again.mode === 'link' ? 'prove.headingLink' : 'prove.heading');
  if (!aside) {
    return (
      <Dialog heading={heading} onClose={() => setAside(true)}>
        <ProveForm again={again} />
      </Dialog>
    );
  }
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-md border border-alert/40 bg-surface p-4">
      <h2 className="font-semibold">{heading}</h2>
      <ProveForm again={again} />
    </section>
  );
}

type Proving =
  | { readonly at: 'asking'; readonly problem?: string }
  | { readonly at: 'proving'; readonly step: EnteringStep };

function ProveForm({ again: { byMs, mode } }: { again: Again }) {
  const t = useText();
  const { room } = useInside();
  const { room: name } = useRoomAccess();
  const [password, setPassword] = useState('');
  const [state, setState] = useState<Proving>({ at: 'asking' });
  // The old link opens nothing any more: a new one has to come first.
  const [before] = useState(() => heldSecret(name).linkKey);
  const key = useSyncExternalStore(onSecrets, () => heldSecret(name).linkKey);
  const lacksKey = mode !== 'password' && (key === before || key === 'broken');
  const field = useFocusOnMount<HTMLInputElement>();
  const stay = useRef<HTMLButtonElement>(null);

  async function prove(event: FormEvent) {
    event.preventDefault();
    if (state.at === 'proving' || lacksKey || (mode !== 'link' && password.trim() === '')) return;
    setState({ at: 'proving', step: { at: 'reading' } });
    try {
      const secret = {
        ...(mode !== 'link' && { password }),
        ...(mode !== 'password' && key && key !== 'broken' && { linkKey: key }),
      };
      await room.proveAgain(secret, { onEntering: (step) => setState({ at: 'proving', step }) });
      renewSecret(name, { ...secret, mode });
    } catch (error) {
      setState({ at: 'asking', problem: problemOf(error) });
    }
  }

  function problemOf(error: unknown): string {
    const { problem } = entryRefusal(error);
    const { what } = isPrivateProblem(problem) ? privateWords(problem, mode) : entryProblems[problem];
    return t(what);
  }

  const problem = state.at === 'asking' ? state.problem : undefined;
  return (
    <form noValidate onSubmit={(event) => void prove(event)} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <TimeLeft byMs={byMs} />
      {lacksKey && (
        <WholeLinkField
          room={name}
          focused={mode === 'link'}
          onKey={() => (mode === 'link' ? stay : field).current?.focus()}
        />
      )}
      {mode !== 'link' && (
        <PasswordField
          ref={field}
          label={t('gate.field')}
          hint={t('gate.fieldHint')}
          error={problem}
          value={password}
          onChange={setPassword}
        />
      )}
      {mode === 'link' && problem && (
        <p role="alert" className="text-sm text-alert">
          {problem}
        </p>
      )}
      {state.at === 'proving' ? (
        <p role="status" className="flex min-h-12 items-center gap-3 font-medium">
          <Waiting className="text-glow" />
          <EnteringWords step={state.step} />
        </p>
      ) : (
        <Button ref={stay} type="submit" look="voice" aria-disabled={lacksKey}>
          {t('prove.stay')}
        </Button>
      )}
    </form>
  );
}

function TimeLeft({ byMs }: { byMs: number }) {
  const t = useText();
  const format = useFormat();
  const say = useSay();
  const leftMs = useTimeLeft(byMs);
  const sentence = leftMs > 0 ? t('prove.what', { time: format.duration(leftMs) }) : t('prove.over');
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each moment, not for each sentence.
  useEffect(() => {
    if (toldAtMs.includes(leftMs)) say(sentence);
  }, [leftMs]);
  return (
    <p role="timer" className="text-soft">
      {sentence}
    </p>
  );
}
