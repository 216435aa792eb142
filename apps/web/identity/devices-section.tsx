'use client';

import { personKey } from '@earshot/client/kin';
import { renewIdentity } from '@earshot/client/own-identity';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { ShortName } from '../people/short-name.tsx';
import { Button } from '../ui/button.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { DeviceList } from './device-list.tsx';
import { KinNotice } from './kin-notice.tsx';
import { LinkOfferPanel } from './link-offer-panel.tsx';
import { RecoveryEntry } from './recovery-entry.tsx';
import { RecoveryMaker } from './recovery-maker.tsx';
import { useOwnPerson } from './use-own-person.ts';

/** Everything about being one person on several devices. */
export function DevicesSection() {
  const t = useText();
  const { state, look, change } = useOwnPerson();
  const [linking, setLinking] = useState<'not_yet' | 'now' | 'over'>('not_yet');
  const [entering, setEntering] = useState(false);

  if (state.at === 'looking') return <Waiting />;
  if (state.at === 'failed') {
    return (
      <KinNotice problem={state.problem}>
        {state.problem === 'key_revoked' ? (
          <Button onClick={() => void renewIdentity().then(look)}>{t('identity.newKey')}</Button>
        ) : (
          <Button onClick={() => void look()}>{t('problem.tryAgain')}</Button>
        )}
      </KinNotice>
    );
  }
  const { person } = state;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {person.unlinked && <KinNotice problem="was_unlinked" />}
      <div>
        <ShortName ofKey={personKey(person.identity)} className="text-lg font-semibold" />
        <p className="text-soft">{t('identity.you')}</p>
      </div>
      <DeviceList person={person} onChange={change} onLeft={look} />
      {linking === 'now' ? (
        <LinkOfferPanel person={person} onChange={change} onClose={() => setLinking('over')} />
      ) : (
        <Button
          className="justify-self-start"
          // The panel took the focus from it, and gives it back.
          autoFocus={linking === 'over'}
          onClick={() => setLinking('now')}
        >
          <Plus aria-hidden="true" className="size-5 shrink-0" />
          {t('identity.link')}
        </Button>
      )}
      <RecoveryMaker person={person} onChange={change} />
      {entering ? (
        <RecoveryEntry
          onRecovered={() => {
            setEntering(false);
            void look();
          }}
        />
      ) : (
        <Button look="quiet" pad="none" className="justify-self-start px-3" onClick={() => setEntering(true)}>
          {t('identity.haveCode')}
        </Button>
      )}
    </div>
  );
}
