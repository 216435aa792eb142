'use client';

import type { MessageId } from '@earshot/client';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/language.ts';
import { useDesk } from '../use-desk.ts';

/** Stands where a message was. */
export function DeletedNote() {
  const t = useText();
  return <p className="px-1 py-1 text-soft text-sm italic">{t('chat.deleted')}</p>;
}

/** A message that is about to be deleted. The focus comes here from the button that did it. */
export function UndoDeletion({ id }: { id: MessageId }) {
  const t = useText();
  const desk = useDesk();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);

  function undo(): void {
    const article = button.current?.closest('article');
    desk.keep(id);
    article?.focus({ preventScroll: true });
  }

  return (
    <p className="flex items-center gap-1 rounded-md border border-line border-dashed py-0.5 ps-3 pe-1 text-soft text-sm">
      {t('chat.deleting')}
      <button
        ref={button}
        type="button"
        onClick={undo}
        className="min-h-9 rounded-full px-3 font-semibold text-ink underline underline-offset-2 hover:bg-sunken"
      >
        {t('chat.undo')}
      </button>
    </p>
  );
}
