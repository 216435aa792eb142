'use client';

import { useCallback, useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { SayProvider } from '../room/say.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { DeskScreen } from './desk-screen.tsx';
import { OperatorClient } from './operator-client.ts';
import { OperatorDesk, sections } from './operator-desk.ts';
import { type OperatorProblem, problemOf } from './operator-problem.ts';
import { OperatorWords } from './operator-words.tsx';
import { SignIn } from './sign-in.tsx';
import { forgetToken, keepToken, readToken } from './token-memory.ts';

/** All of `/operator`. */
export function OperatorScreen() {
  return (
    <OperatorWords>
      <SayProvider>
        <Door />
      </SayProvider>
    </OperatorWords>
  );
}

type Standing =
  | { at: 'out'; problem?: OperatorProblem }
  | { at: 'asking' }
  | { at: 'in'; desk: OperatorDesk };

function Door() {
  const t = useText();
  const [token, setToken] = useState(readToken);
  const [standing, setStanding] = useState<Standing>({ at: token ? 'asking' : 'out' });

  const leave = useCallback((problem?: OperatorProblem) => {
    forgetToken();
    setToken('');
    setStanding({ at: 'out', ...(problem && { problem }) });
  }, []);

  // With the token of before, the page opens where it was.
  useEffect(() => {
    const kept = readToken();
    if (kept) void enter(kept, leave).then(setStanding);
  }, [leave]);

  if (standing.at === 'in') return <DeskScreen desk={standing.desk} onSignOut={() => leave()} />;
  if (standing.at === 'asking') {
    return (
      <p role="status" className="flex items-center gap-3 text-soft">
        <title>{t('operator.title')}</title>
        <Waiting />
        {t('operator.signingIn')}
      </p>
    );
  }
  return (
    <SignIn
      token={token}
      problem={standing.problem}
      onToken={setToken}
      onSignIn={async () => setStanding(await enter(token.trim(), leave))}
    />
  );
}

/** Tries a token, and keeps one that is right. */
async function enter(token: string, leave: (problem: OperatorProblem) => void): Promise<Standing> {
  const client = new OperatorClient({ token });
  try {
    const overview = await client.overview();
    keepToken(token);
    const section = sections.find((each) => location.hash === `#${each}`) ?? 'reports';
    return { at: 'in', desk: new OperatorDesk({ client, overview, section, onLockedOut: leave }) };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === 'rejected') forgetToken();
    return { at: 'out', problem };
  }
}
