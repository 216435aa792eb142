'use client';

import { LinkOffer, type LinkQuestion } from '@earshot/client/kin';
import type { Device } from '@earshot/protocol';
import { useCallback, useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { serverAddress } from '../room/server-address.ts';
import { QrCode } from '../share/qr-code.tsx';
import { Button } from '../ui/button.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { Waiting } from '../ui/waiting.tsx';
import { ConfirmationWords } from './confirmation-words.tsx';
import { CopyButton } from './copy-button.tsx';
import { KinNotice } from './kin-notice.tsx';
import { type KinProblem, kinProblem } from './kin-problem.ts';
import { type OwnPerson, ownDeviceName } from './own-person.ts';

type Offering =
  | { at: 'preparing' }
  | { at: 'shown'; link: string }
  | { at: 'asked'; question: LinkQuestion }
  | { at: 'linking'; name: string }
  | { at: 'linked'; name: string }
  | { at: 'declined' }
  | { at: 'same' }
  | { at: 'failed'; problem: KinProblem };

/** So often, and so many times, the list is asked for the device that was just let in. */
const lookEveryMs = 1_000;
const looks = 15;

/** Shows the code that links another device, then who asks by it, and lets its person say yes or no. */
export function LinkOfferPanel({
  person,
  onChange,
  onClose,
}: {
  person: OwnPerson;
  onChange: (devices: readonly Device[]) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [offering, setOffering] = useState<Offering>({ at: 'preparing' });
  const [offer, setOffer] = useState<LinkOffer>();
  const [turn, setTurn] = useState(0);
  // Its button made way for it.
  const panel = useFocusOnMount<HTMLElement>();
  const { identity, service } = person;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is a new link.
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    let opened: LinkOffer | undefined;
    async function show() {
      // On the list first, so that it has a name and a date there.
      await service.introduce(ownDeviceName(t));
      opened = await LinkOffer.open(serverAddress());
      if (signal.aborted) return void opened.close();
      setOffer(opened);
      setOffering({ at: 'shown', link: `${location.origin}/link#${opened.secret}` });
      const question = await opened.question(signal);
      if (question.key !== identity.key) setOffering({ at: 'asked', question });
      else {
        await opened.reply();
        setOffering({ at: 'same' });
      }
    }
    show().catch((error) => {
      if (!signal.aborted) setOffering({ at: 'failed', problem: kinProblem(error, 'expired') });
    });
    return () => {
      gone.abort();
      void opened?.close();
    };
  }, [turn]);

  const answer = useCallback(
    async ({ key, name }: LinkQuestion, yes: boolean) => {
      const shown = name || t('identity.unnamed');
      try {
        setOffering(yes ? { at: 'linking', name: shown } : { at: 'declined' });
        if (!yes) return await offer?.reply();
        await offer?.reply(await service.vouchFor(key, await service.look()));
        for (let look = 0; look < looks; look += 1) {
          const devices = await service.look();
          onChange(devices);
          if (devices.some((each) => each.key === key && each.revokedAtMs === undefined)) break;
          await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
        }
        setOffering({ at: 'linked', name: shown });
      } catch (error) {
        setOffering({ at: 'failed', problem: kinProblem(error, 'expired') });
      }
    },
    [offer, service, onChange, t],
  );

  const again = (
    <Button
      onClick={() => {
        setOffering({ at: 'preparing' });
        setTurn(turn + 1);
      }}
    >
      {t('identity.newLink')}
    </Button>
  );
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={t('identity.link')}
      className="grid gap-4 rounded-md border border-line p-4"
    >
      <div role="status" className="grid justify-items-start gap-4">
        {render()}
      </div>
      <div className="flex flex-wrap gap-2">
        {offering.at !== 'asked' && offering.at !== 'linking' && (
          <Button onClick={onClose}>{t(isOver(offering) ? 'controls.close' : 'identity.cancel')}</Button>
        )}
        {(offering.at === 'declined' || offering.at === 'same') && again}
      </div>
    </section>
  );

  function render() {
    switch (offering.at) {
      case 'preparing':
        return <Waiting />;
      case 'shown':
        return (
          <>
            <p>{t('identity.linkHow')}</p>
            <QrCode
              text={offering.link}
              label={t('identity.qr')}
              className="w-full max-w-56 justify-self-center"
            />
            <p className="text-sm text-soft">{t('identity.linkPrivate')}</p>
            <CopyButton text={offering.link} label={t('identity.copyLink')} />
          </>
        );
      case 'asked':
        return (
          <>
            <h3 className="text-lg font-semibold wrap-anywhere">
              {t('identity.asks', { name: offering.question.name || t('identity.unnamed') })}
            </h3>
            <p>{t('identity.compare')}</p>
            <ConfirmationWords words={offering.question.words} />
            <div className="flex flex-wrap gap-2">
              <Button look="on" onClick={() => void answer(offering.question, true)}>
                {t('identity.accept')}
              </Button>
              <Button onClick={() => void answer(offering.question, false)}>{t('identity.decline')}</Button>
            </div>
          </>
        );
      case 'linking':
        return <p>{t('identity.linking')}</p>;
      case 'linked':
        return <p className="font-semibold">{t('identity.linkDone', { name: offering.name })}</p>;
      case 'declined':
        return <p>{t('identity.linkDeclined')}</p>;
      case 'same':
        return <p>{t('identity.sameDevice')}</p>;
      case 'failed':
        return <KinNotice problem={offering.problem}>{again}</KinNotice>;
    }
  }
}

function isOver({ at }: Offering): boolean {
  return at === 'linked' || at === 'declined' || at === 'same' || at === 'failed';
}
