'use client';

import type { Device } from '@earshot/protocol';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from './copy-button.tsx';
import { KinNotice } from './kin-notice.tsx';
import { type KinProblem, kinProblem } from './kin-problem.ts';
import { type OwnPerson, ownDeviceName } from './own-person.ts';
import './print.css';

type Making =
  | { at: 'nothing' }
  | { at: 'making' }
  | { at: 'made'; code: string }
  | { at: 'failed'; problem: KinProblem };

/** The code stands where the button was that made it. */
const focus = (shown: HTMLElement | null) => shown?.focus();

/** Makes the recovery code, shows it once, and says since when there is one. */
export function RecoveryMaker({
  person,
  onChange,
}: {
  person: OwnPerson;
  onChange: (devices: readonly Device[]) => void;
}) {
  const t = useText();
  const format = useFormat();
  const [making, setMaking] = useState<Making>({ at: 'nothing' });
  const { service, devices } = person;
  const kept = devices.findLast((each) => each.purpose === 'recovery' && each.revokedAtMs === undefined);

  async function make() {
    setMaking({ at: 'making' });
    try {
      await service.introduce(ownDeviceName(t));
      const made = await service.newRecoveryCode();
      onChange(made.devices);
      setMaking({ at: 'made', code: made.code });
    } catch (error) {
      setMaking({ at: 'failed', problem: kinProblem(error) });
    }
  }

  return (
    <section className="grid grid-cols-[minmax(0,1fr)] justify-items-start gap-3">
      <h3 className="font-semibold">{t('identity.recovery')}</h3>
      <p className="text-soft">{t('identity.recoveryWhat')}</p>
      {making.at === 'made' ? (
        <div
          ref={focus}
          tabIndex={-1}
          role="status"
          className="grid max-w-full gap-3 rounded-md border border-edge p-4"
        >
          <p>{t('identity.recoveryShown')}</p>
          <div data-print>
            <p className="hidden print:block">
              {location.host} · {t('identity.recovery')}
            </p>
            <p dir="ltr" data-recovery-code className="font-mono text-xl font-semibold wrap-anywhere">
              {making.code}
            </p>
          </div>
          <div className="flex flex-wrap gap-2 print:hidden">
            <CopyButton text={making.code} label={t('identity.copyCode')} />
            <Button onClick={() => print()}>
              <Printer aria-hidden="true" className="size-5 shrink-0" />
              {t('identity.print')}
            </Button>
            <Button look="on" onClick={() => setMaking({ at: 'nothing' })}>
              {t('identity.recoveryKept')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          {kept && <p>{t('identity.recoveryMade', { when: format.day(kept.linkedAtMs, Date.now()) })}</p>}
          <Button
            aria-disabled={making.at === 'making'}
            onClick={() => making.at !== 'making' && void make()}
          >
            {t(kept ? 'identity.recoveryAnew' : 'identity.recoveryMake')}
          </Button>
        </>
      )}
      {making.at === 'failed' && <KinNotice problem={making.problem} />}
    </section>
  );
}
