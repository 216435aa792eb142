'use client';

import { RpcError } from '@earshot/protocol';
import { useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import type { PlainKey } from '../i18n/translate.ts';
import { useInside } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { SettingsFields } from './settings-fields.tsx';

const failures = {
  failed: 'host.failed',
  looksTaken: 'host.looksTaken',
  words: 'host.words',
} as const satisfies Record<string, PlainKey>;

type Failure = keyof typeof failures;

function failureOf(error: unknown): Failure {
  if (!(error instanceof RpcError)) return 'failed';
  if (error.error === 'name_taken') return 'looksTaken';
  return error.error === 'words_refused' ? 'words' : 'failed';
}

/** Changes what a room is about, all at once: until "Save" nobody sees anything of it. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const { room } = useInside();
  const sealed = room.snapshot.privacy.kind === 'private';
  const [settings, setSettings] = useState(room.snapshot.room.settings);
  const [state, setState] = useState<'editing' | 'saving' | Failure>('editing');

  // By the dialog itself, which is how the focus gets back to the button that opened it.
  const close = () => form.current?.closest('dialog')?.close();

  async function save(): Promise<void> {
    if (state === 'saving') return;
    setState('saving');
    // What others switched meanwhile stays as they left it.
    const { locked, slowChatSeconds } = room.snapshot.room.settings;
    await room.hosting
      .setSettings({ ...settings, locked, slowChatSeconds })
      .then(close, (error) => setState(failureOf(error)));
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
        <SettingsFields settings={settings} sealed={sealed} onChange={setSettings} />
        {state !== 'editing' && state !== 'saving' && <Notice what={t(failures[state])} />}
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
