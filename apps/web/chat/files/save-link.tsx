'use client';

import { Download } from 'lucide-react';
import { useText } from '../../i18n/language.ts';

/** How long the browser may take to begin saving. */
const saveMs = 60_000;

/** Keeps a file. It is only ever saved: under a type that no browser opens or runs. */
export function SaveLink({ blob, name }: { blob: Blob; name: string }) {
  const t = useText();

  function save(): void {
    const address = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), saveMs);
  }

  return (
    <button
      type="button"
      onClick={save}
      aria-label={t('chat.save', { name })}
      title={t('chat.save', { name })}
      className="grid size-9 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11"
    >
      <Download aria-hidden="true" className="size-5" />
    </button>
  );
}
