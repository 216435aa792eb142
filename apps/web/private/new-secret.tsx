'use client';

import type { Room } from '@earshot/client';
import type { OwnRoom } from '@earshot/client/own-rooms';
import { type FormEvent, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { holdSecret } from '../room/room-secrets.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { MadeSheet } from './made-sheet.tsx';
import { Making } from './making.tsx';
import { makingWords } from './making-words.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { useMaking } from './use-making.ts';
import { WayInField } from './way-in-field.tsx';

/** Gives one's own room another password, link, or both: from inside, or from before its door. */
export function NewSecret({ own, room, onClose }: { own: OwnRoom; room?: Room; onClose: () => void }) {
  const t = useText();
  const [mode, setMode] = useState(own.mode);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { state, make, cancel } = useMaking(async (making) => {
    const { changeSecret } = await import('./private-client.ts');
    return changeSecret(own, { mode, password }, { ...making, ...(room && { room }) });
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (mode === 'link' || password.trim() !== '') make();
  }

  function close() {
    cancel();
    // Not before: the lobby would take the place of what is to be passed on.
    if (state.at === 'made') holdSecret(own.room, { opened: true });
    onClose();
  }

  const why = state.at === 'failed' ? makingWords(state.why) : undefined;
  return (
    <Dialog heading={t(state.at === 'made' ? 'made.changed' : 'newSecret.heading')} onClose={close}>
      {state.at === 'making' && <Making step={state.step} onCancel={cancel} />}
      {state.at === 'made' && (
        <MadeSheet made={state.made}>
          <Button look="on" onClick={close}>
            {t('controls.close')}
          </Button>
        </MadeSheet>
      )}
      {(state.at === 'idle' || state.at === 'failed') && (
        <form noValidate onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <p className="text-soft">{t('newSecret.what')}</p>
          {state.at === 'failed' && (
            <Notice
              what={t('newSecret.failed')}
              next={why ? `${t(why.what)} ${t('newSecret.failedNext')}` : t('newSecret.failedNext')}
            />
          )}
          <WayInField value={mode} onChange={setMode} />
          {mode !== 'link' && <NewPasswordField value={password} tried={tried} onChange={setPassword} />}
          <Button type="submit" look="on">
            {t('newSecret.change')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
