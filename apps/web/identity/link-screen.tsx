'use client';

import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { DeviceList } from './device-list.tsx';
import { LinkVisitPanel } from './link-visit-panel.tsx';
import { RecoveryEntry } from './recovery-entry.tsx';
import { useOwnPerson } from './use-own-person.ts';

/** What `/link` shows: the link that was opened, or, without one, the ways to be oneself on this device. */
export function LinkScreen() {
  const t = useText();
  const [secret] = useState(() => location.hash.slice(1));
  const [entering, setEntering] = useState(false);
  const [recovered, setRecovered] = useState(false);
  if (recovered) return <Recovered />;
  if (secret) return <LinkVisitPanel secret={secret} />;
  return (
    <div className="grid max-w-2xl gap-5">
      <h1 className="text-display font-bold">{t('identity.pageEmpty')}</h1>
      <p className="text-lg text-soft">{t('identity.pageEmptyNext')}</p>
      {entering ? (
        <RecoveryEntry onRecovered={() => setRecovered(true)} />
      ) : (
        <Button className="justify-self-start" onClick={() => setEntering(true)}>
          {t('identity.haveCode')}
        </Button>
      )}
    </div>
  );
}

function Recovered() {
  const t = useText();
  const { state, look, change } = useOwnPerson();
  return (
    <div className="grid max-w-2xl gap-5">
      <h1 className="text-display font-bold">{t('identity.recovered')}</h1>
      <p className="text-lg text-soft">{t('identity.recoveredNext')}</p>
      {state.at === 'known' && <DeviceList person={state.person} onChange={change} onLeft={look} />}
      <LinkButton look="voice" href="/" className="justify-self-start">
        {t('missing.home')}
      </LinkButton>
    </div>
  );
}
