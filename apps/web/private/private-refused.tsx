'use client';

import { type KeyboardEvent, useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import type { PrivateProblem } from '../room/entry-problem.ts';
import { useRoomAccess } from '../room/room-provider.tsx';
import { heldSecret, holdSecret } from '../room/room-secrets.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { useTimeLeft } from '../ui/use-time-left.ts';
import { privateWords } from './entry-words.ts';
import { LockOut } from './lock-out.tsx';
import { PasswordField } from './password-field.tsx';
import { WholeLinkField } from './whole-link-field.tsx';

/** Why one could not come into an encrypted room, with the place to put that right and the way to try once more. */
export function PrivateRefused({
  problem,
  waitMs,
  onRetry,
}: {
  problem: PrivateProblem;
  waitMs: number | undefined;
  onRetry: () => void;
}) {
  const t = useText();
  const { room } = useRoomAccess();
  const [untilMs] = useState(() => (waitMs === undefined ? undefined : Date.now() + waitMs));
  const leftMs = useTimeLeft(untilMs);
  const [mode] = useState(() => heldSecret(room).mode);
  const { what, next } = privateWords(problem, mode);
  const wrong = problem === 'wrong_password' || problem === 'secret_changed';
  const asksPassword = problem === 'no_password' || (wrong && mode !== 'link');
  const asksLink = problem === 'no_link_key' || (wrong && mode !== 'password');
  const retry = useFocusOnMount<HTMLButtonElement>(!asksPassword && !asksLink);

  /** The form around it is the lobby’s, and would go in another way than the one that is tried again. */
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    onRetry();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only passes on what its field is told.
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4" onKeyDown={press}>
      <Notice what={t(what)} {...(untilMs === undefined && { next: t(next) })} />
      {untilMs !== undefined && <LockOut leftMs={leftMs} />}
      {asksPassword && <PasswordAgain room={room} />}
      {asksLink && (
        <WholeLinkField
          room={room}
          focused={!asksPassword}
          // With the whole link there is nothing left to be asked.
          {...(problem === 'no_link_key' && { onKey: onRetry })}
        />
      )}
      {problem !== 'encryption_unsupported' && (
        <Button
          ref={retry}
          look="voice"
          className="min-h-14 text-lg"
          aria-disabled={leftMs > 0}
          onClick={() => leftMs === 0 && onRetry()}
        >
          {t('problem.tryAgain')}
        </Button>
      )}
    </div>
  );
}

/** What is typed counts at once, for every way in that stands below. */
function PasswordAgain({ room }: { room: string }) {
  const t = useText();
  const [password, setPassword] = useState(() => heldSecret(room).password ?? '');
  const field = useFocusOnMount<HTMLInputElement>();
  useEffect(() => field.current?.select(), [field]);
  return (
    <PasswordField
      ref={field}
      label={t('gate.field')}
      hint={t('gate.fieldHint')}
      value={password}
      onChange={(next) => {
        setPassword(next);
        holdSecret(room, { password: next });
      }}
    />
  );
}
