'use client';

import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { type OperatorProblem, problemWords } from './operator-problem.ts';

/** Asks for the token, which the page keeps for as long as its tab is there. */
export function SignIn({
  token,
  problem,
  onToken,
  onSignIn,
}: {
  token: string;
  problem: OperatorProblem | undefined;
  onToken: (token: string) => void;
  onSignIn: () => Promise<void>;
}) {
  const t = useText();
  const field = useFocusOnMount<HTMLInputElement>();
  const [asking, setAsking] = useState(false);

  async function signIn(): Promise<void> {
    if (asking || token.trim() === '') return field.current?.focus();
    setAsking(true);
    await onSignIn();
    setAsking(false);
  }

  return (
    <form
      noValidate
      className="grid max-w-xl gap-5 pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <title>{t('operator.title')}</title>
      <h1 className="text-title font-bold">{t('operator.heading')}</h1>
      <p className="text-soft">{t('operator.signInWhat')}</p>
      {problem && !asking && (
        <Notice what={t(problemWords[problem].what)} next={t(problemWords[problem].next)} />
      )}
      <TextField
        ref={field}
        type="password"
        label={t('operator.token')}
        hint={t('operator.tokenHint')}
        value={token}
        onChange={({ target }) => onToken(target.value)}
      />
      <Button type="submit" look="on" className="justify-self-start" aria-busy={asking}>
        {t(asking ? 'operator.signingIn' : 'operator.signIn')}
      </Button>
    </form>
  );
}
