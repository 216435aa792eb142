'use client';

import { type RecoveryCodeReading, readRecoveryCode, recover } from '@earshot/client/kin';
import { setCertificates } from '@earshot/client/own-identity';
import { shortName } from '@earshot/client/short-name';
import { type FormEvent, useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import type { Translate } from '../i18n/translate.ts';
import { serverAddress } from '../room/server-address.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { KinNotice } from './kin-notice.tsx';
import { type KinProblem, kinProblem } from './kin-problem.ts';
import { introduceOwn, linkableIdentity, linkedPerson, ownDeviceName } from './own-person.ts';

/** Takes a recovery code, says at once where it is wrong, and makes this device its person's. */
export function RecoveryEntry({ onRecovered }: { onRecovered: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<KinProblem>();
  const [person, setPerson] = useState('');
  const reading = readRecoveryCode(typed);
  useEffect(() => {
    // Only somebody who is linked has something to lose by it.
    void linkedPerson().then(setPerson);
  }, []);

  async function use(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    setProblem(undefined);
    if (reading.at !== 'right' || busy) return;
    setBusy(true);
    try {
      const own = await linkableIdentity();
      if (!own) return setProblem('no_key');
      const certificates = await recover(reading.bytes, { server: serverAddress(), key: own.key });
      // The code of the person that this device began is none that it needs.
      if (certificates[0]?.person !== own.key) await setCertificates(certificates);
      await introduceOwn(ownDeviceName(t));
      onRecovered();
    } catch (error) {
      setProblem(kinProblem(error, 'unknown_code'));
    } finally {
      setBusy(false);
    }
  }

  const wrong = mistake(reading, t);
  return (
    <form onSubmit={use} noValidate className="grid justify-items-stretch gap-3">
      <TextField
        label={t('identity.recovery')}
        autoFocus
        value={typed}
        hint={t('identity.codeHint')}
        error={reading.at === 'wrong' || asked ? wrong : undefined}
        className="font-mono"
        onChange={(event) => {
          setTyped(event.target.value);
          setAsked(false);
        }}
      />
      {person && (
        <p className="text-sm text-soft">{t('identity.recoverOther', { name: shortName(person) })}</p>
      )}
      <Button type="submit" look="on" aria-disabled={busy} className="justify-self-start">
        {t('identity.recover')}
      </Button>
      {problem && <KinNotice problem={problem} />}
    </form>
  );
}

function mistake(reading: RecoveryCodeReading, t: Translate): string | undefined {
  if (reading.at === 'short') return t('identity.codeMissing', { count: reading.missing });
  if (reading.at === 'right') return undefined;
  const words = {
    letter: 'identity.codeLetter',
    long: 'identity.codeLong',
    checksum: 'identity.codeWrong',
  } as const;
  return t(words[reading.why]);
}
