'use client';

import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../../i18n/language.ts';
import { ToolButton } from '../tool-button.tsx';

/** Chooses files through the system's own dialog. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useText();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <ToolButton icon={Paperclip} label={t('chat.attach')} onClick={() => picker.current?.click()} />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
