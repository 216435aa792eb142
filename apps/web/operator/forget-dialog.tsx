'use client';

import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { TextField } from '../ui/text-field.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { roomIn } from './room-in.ts';
import type { Done } from './use-act.ts';
import { useDesk } from './use-desk.ts';

/** Forgets a room that the operator knows by its name, its link, or the handle of a private one; open or not. */
export function ForgetDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { client } = useDesk();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string>();

  function unready(): string | undefined {
    if (roomIn(text) !== undefined) return undefined;
    setWrong(t('operator.noRoomName'));
    return t('operator.invalidNext');
  }

  async function forget(): Promise<Done> {
    const room = roomIn(text) ?? '';
    await client.closeRoom({ name: room, forget: true });
    return { did: t('operator.didForgetRoom', { room }) };
  }

  return (
    <ConfirmDialog
      heading={t('operator.forgetHeading')}
      what={t('operator.forgetWhat')}
      does={t('operator.doForget')}
      unready={unready}
      onDo={forget}
      onClose={onClose}
    >
      <TextField
        label={t('operator.roomName')}
        hint={t('operator.roomNameHint')}
        error={wrong}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setWrong(undefined);
        }}
      />
    </ConfirmDialog>
  );
}
