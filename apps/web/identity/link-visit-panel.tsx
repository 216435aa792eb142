'use client';

import { LinkVisit, personKey } from '@earshot/client/kin';
import { setCertificates } from '@earshot/client/own-identity';
import { shortName } from '@earshot/client/short-name';
import type { Certificate } from '@earshot/protocol';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { serverAddress } from '../room/server-address.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ConfirmationWords } from './confirmation-words.tsx';
import { KinNotice } from './kin-notice.tsx';
import { type KinProblem, kinProblem } from './kin-problem.ts';
import { introduceOwn, linkableIdentity, linkedPerson, ownDeviceName } from './own-person.ts';

type Visiting =
  | { at: 'door' }
  | { at: 'asking' }
  | { at: 'waiting'; words: readonly string[] }
  | { at: 'linked'; person: string }
  | { at: 'failed'; problem: KinProblem };

/** What came in the place of a button that was pressed is where one goes on. */
const focus = (part: HTMLElement | null) => part?.focus({ preventScroll: true });

/** The new device's side of a link: asks, shows the words, and keeps what it is given. */
export function LinkVisitPanel({ secret }: { secret: string }) {
  const t = useText();
  const [visiting, setVisiting] = useState<Visiting>({ at: 'door' });
  const [other, setOther] = useState('');
  const gone = useRef(new AbortController());
  useEffect(() => {
    void linkedPerson().then(setOther);
    const leaving = new AbortController();
    gone.current = leaving;
    return () => leaving.abort();
  }, []);

  async function link() {
    setVisiting({ at: 'asking' });
    try {
      const own = await linkableIdentity();
      if (!own) return setVisiting({ at: 'failed', problem: 'no_key' });
      const name = ownDeviceName(t);
      const visit = await LinkVisit.ask(secret, { server: serverAddress(), key: own.key, name });
      // It has done its part, and stands in no history.
      history.replaceState(history.state, '', location.pathname);
      setVisiting({ at: 'waiting', words: visit.words });
      const certificates = await visit.reply(gone.current.signal);
      if (!certificates) return setVisiting({ at: 'failed', problem: 'declined' });
      setVisiting({ at: 'linked', person: await keep(certificates) });
    } catch (error) {
      if (!gone.current.signal.aborted) setVisiting({ at: 'failed', problem: kinProblem(error, 'expired') });
    }
  }

  async function keep(certificates: readonly Certificate[]): Promise<string> {
    const identity = await setCertificates(certificates);
    await introduceOwn(ownDeviceName(t));
    return personKey(identity);
  }

  switch (visiting.at) {
    case 'door':
    case 'asking':
      return (
        <div className="grid max-w-2xl gap-5">
          <h1 className="text-display font-bold">{t('identity.pageHeading')}</h1>
          <p className="text-lg text-soft">
            {other ? t('identity.pageOther', { name: shortName(other) }) : t('identity.pageWhat')}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button
              look="voice"
              aria-disabled={visiting.at === 'asking'}
              onClick={() => visiting.at === 'door' && void link()}
            >
              {t(other ? 'identity.switch' : 'identity.pageHeading')}
            </Button>
            <LinkButton href="/">{t('identity.keep')}</LinkButton>
          </div>
        </div>
      );
    case 'waiting':
      return (
        <div className="grid max-w-2xl justify-items-start gap-5">
          <h1 className="text-display font-bold">{t('identity.pageHeading')}</h1>
          <div ref={focus} tabIndex={-1} role="status" className="grid gap-5 rounded-md">
            <p className="text-lg">{t('identity.pageWords')}</p>
            <ConfirmationWords words={visiting.words} />
            <p className="flex items-center gap-3 text-soft">
              <Waiting />
              {t('identity.pageWaiting')}
            </p>
          </div>
        </div>
      );
    case 'linked':
      return (
        <div ref={focus} tabIndex={-1} role="status" className="grid max-w-2xl justify-items-start gap-5">
          <h1 className="text-display font-bold">{t('identity.pageDone')}</h1>
          <p className="text-lg text-soft">
            {t('identity.pageDoneNext', { name: shortName(visiting.person) })}
          </p>
          <LinkButton look="voice" href="/">
            {t('missing.home')}
          </LinkButton>
        </div>
      );
    case 'failed':
      return (
        <div className="grid max-w-2xl gap-5">
          <h1 className="text-display font-bold">{t('identity.pageHeading')}</h1>
          <KinNotice problem={visiting.problem}>
            {visiting.problem !== 'expired' &&
              visiting.problem !== 'taken' &&
              visiting.problem !== 'declined' && (
                <Button onClick={() => void link()}>{t('problem.tryAgain')}</Button>
              )}
            <LinkButton href="/">{t('missing.home')}</LinkButton>
          </KinNotice>
        </div>
      );
  }
}
