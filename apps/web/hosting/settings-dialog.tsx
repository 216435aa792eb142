'use client';

import { RpcError } from '@earshot/protocol';
import { useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { SettingsFields } from './settings-fields.tsx';

/** Changes what a room is about, all at once: until "Save" nobody sees anything of it. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const { room } = useInside();
  const [settings, setSettings] = useState(room.snapshot.room.settings);
  const [state, setState] = useState<'editing' | 'saving' | 'failed' | 'looksTaken'>('editing');

  // By the dialog itself, which is how the focus gets back to the button that opened it.
  const close = () => form.current?.closest('dialog')?.close();

  async function save(): Promise<void> {
    if (state === 'saving') return;
    setState('saving');
    // What others switched meanwhile stays as they left it.
    const { locked, slowChatSeconds } = room.snapshot.room.settings;
    await room.hosting
      .setSettings({ ...settings, locked, slowChatSeconds })
      .then(close, (error) =>
        setState(error instanceof RpcError && error.error === 'name_taken' ? 'looksTaken' : 'failed'),
      );
  }

  return (
    <Dialog heading={t('about.edit')} onClose={onClose}>
      <form
        ref={form}
        className="grid gap-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SettingsFields settings={settings} onChange={setSettings} />
        {state === 'failed' && <Notice what={t('host.failed')} />}
        {state === 'looksTaken' && <Notice what={t('host.looksTaken')} />}
        <div className="flex flex-wrap gap-2">
          <Button pad="snug" className="flex-1" onClick={close}>
            {t('lobby.cancel')}
          </Button>
          <Button type="submit" look="on" pad="snug" className="flex-1" aria-busy={state === 'saving'}>
            {t('profile.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
