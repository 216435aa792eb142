'use client';

import type { RoomMode } from '@earshot/client/private';
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useText } from '../i18n/language.ts';
import { entryProblems, isPrivateProblem } from '../room/entry-problem.ts';
import { useRoomAccess } from '../room/room-provider.tsx';
import { heldSecret, holdSecret, onSecrets } from '../room/room-secrets.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { useTimeLeft } from '../ui/use-time-left.ts';
import type { Answer, Door, DoorAsking, DoorUnlocking, Refusal } from './door.ts';
import { privateWords } from './entry-words.ts';
import { LockOut } from './lock-out.tsx';
import { Making } from './making.tsx';
import { PasswordField } from './password-field.tsx';
import { RememberBox } from './remember-box.tsx';
import { WholeLinkField } from './whole-link-field.tsx';

const explanations = { password: 'gate.password', both: 'gate.both', link: 'gate.link' } as const;

interface GateFormProps {
  door: Door;
  state: DoorAsking | DoorUnlocking;
  remembered: boolean;
  /** Is kept by the gate: this form goes and comes with what the server says. */
  password: string;
  onPassword: (password: string) => void;
}

/** Asks for what it takes, and says of it at once whether it opens the room. */
export function GateForm({ door, state, remembered, password, onPassword }: GateFormProps) {
  const t = useText();
  const { room } = useRoomAccess();
  const { mode } = state.closed;
  const [remember, setRemember] = useState(remembered);
  const [tried, setTried] = useState(false);
  const key = useSyncExternalStore(onSecrets, () => heldSecret(room).linkKey);
  const lacksKey = mode !== 'password' && (key === undefined || key === 'broken');
  const refusal = state.at === 'asking' ? state.refusal : undefined;
  const linkKey = key === 'broken' ? undefined : key;
  const wrong = refusal && wrongSecret(refusal, { password, linkKey }, mode);
  const words = wrong && privateWords(wrong, mode);
  const untried = refusal && !isWrong(refusal.problem) ? refusal : undefined;
  const leftMs = useTimeLeft(refusal?.untilMs);
  const field = useFocusOnMount<HTMLInputElement>(!lacksKey && !wrong);
  const open = useRef<HTMLButtonElement>(null);

  useNewKey(key, () => {
    // With the whole link there is nothing left to be asked.
    if (mode === 'link') void door.unlock('');
    else field.current?.focus();
  });
  const before = useRef<'asking' | 'unlocking'>(undefined);
  useEffect(() => {
    const wasUnlocking = before.current === 'unlocking';
    before.current = state.at;
    if (state.at !== 'asking' || (!wasUnlocking && !state.refusal)) return;
    const isRefused = state.refusal && isWrong(state.refusal.problem);
    if (mode !== 'link' && (isRefused || !state.refusal)) {
      field.current?.focus();
      field.current?.select();
    } else if (!isRefused) open.current?.focus();
  }, [state, mode, field]);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (lacksKey || leftMs > 0 || state.at === 'unlocking') return;
    if (mode !== 'link' && password.trim() === '') return field.current?.focus();
    holdSecret(room, { remember });
    void door.unlock(password);
  }

  const making = state.at === 'unlocking' && <Making step={state.step} onCancel={() => door.cancel()} />;
  const empty = tried && password.trim() === '' ? t('gate.fieldEmpty') : undefined;
  return (
    <form
      noValidate
      onSubmit={submit}
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-lg border border-line bg-surface p-5 shadow-card sm:p-6"
    >
      {mode === 'link' && making ? (
        making
      ) : (
        <>
          <p className="text-soft">{t(explanations[mode])}</p>
          {lacksKey && !words && <Told words={privateWords('no_link_key', mode)} />}
          {words && mode === 'link' && <Told words={words} />}
          {(lacksKey || (words && mode === 'link')) && <WholeLinkField room={room} focused={true} />}
          {mode !== 'link' && (
            <PasswordField
              ref={field}
              label={t('gate.field')}
              hint={t('gate.fieldHint')}
              error={empty ?? (words && `${t(words.what)} ${t(words.next)}`)}
              value={password}
              readOnly={state.at === 'unlocking'}
              onChange={onPassword}
            />
          )}
          {/* Below what is to be tried first. */}
          {words && mode === 'both' && !lacksKey && <WholeLinkField room={room} />}
          <RememberBox on={remember} onChange={setRemember} />
          {untried && <CouldNotTry refusal={untried} leftMs={leftMs} />}
          {making || (
            <Button
              ref={open}
              type="submit"
              look="voice"
              className="min-h-14 text-lg"
              aria-disabled={lacksKey || leftMs > 0}
            >
              {t(untried ? 'problem.tryAgain' : 'gate.open')}
            </Button>
          )}
        </>
      )}
    </form>
  );
}

type Wrong = 'wrong_password' | 'secret_changed';

function isWrong(problem: Refusal['problem']): problem is Wrong {
  return problem === 'wrong_password' || problem === 'secret_changed';
}

/** What is wrong with what is given now: of another answer than the one that was refused nobody knows that yet. */
function wrongSecret({ problem, answer }: Refusal, now: Answer, mode: RoomMode): Wrong | undefined {
  const samePassword = mode === 'link' || answer.password === now.password;
  const sameKey = mode === 'password' || answer.linkKey === now.linkKey;
  return isWrong(problem) && samePassword && sameKey ? problem : undefined;
}

function Told({ words: { what, next } }: { words: ReturnType<typeof privateWords> }) {
  const t = useText();
  return <Notice what={t(what)} next={t(next)} />;
}

/** Nobody has looked at what was given: there were too many before, or there was no way to the server. */
function CouldNotTry({ refusal: { problem, untilMs }, leftMs }: { refusal: Refusal; leftMs: number }) {
  const t = useText();
  const { what, next } = isPrivateProblem(problem) ? privateWords(problem) : entryProblems[problem];
  return (
    <>
      <Notice what={t(what)} {...(untilMs === undefined && { next: t(next) })} />
      {untilMs !== undefined && <LockOut leftMs={leftMs} />}
    </>
  );
}

/** The link's key came, or another one: pasted into this page, or into its address. */
function useNewKey(key: Uint8Array | 'broken' | undefined, onKey: () => void): void {
  const known = useRef(key);
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    if (key === known.current) return;
    known.current = key;
    if (key && key !== 'broken') latest.current();
  }, [key]);
}
