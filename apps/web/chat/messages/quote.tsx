'use client';

import type { Message, MessageId } from '@earshot/client';
import { Reply } from 'lucide-react';
import { useText } from '../../i18n/language.ts';
import { useMessage } from '../use-chat.ts';
import { useActive } from './active-message.tsx';
import { plainText } from './plain-text.ts';

const quotedGraphemes = 120;

/** A line of the message that is answered; it leads there. */
export function Quote({ id }: { id: MessageId }) {
  const t = useText();
  const { jump } = useActive();
  const original = useMessage(id);
  if (!original || original.state === 'deleted') {
    return <p className="border-edge border-s-2 ps-2 text-soft text-sm italic">{t('chat.replyGone')}</p>;
  }
  return (
    <button
      type="button"
      onClick={() => jump(id)}
      className="grid min-h-6 min-w-0 rounded-e-sm border-glow border-s-2 ps-2 text-start text-sm hover:bg-sunken"
    >
      <span className="sr-only">{t('chat.replyTo', { name: original.author.name })} </span>
      <span aria-hidden="true" className="flex min-w-0 items-center gap-1 font-semibold">
        <Reply aria-hidden="true" className="size-3.5 shrink-0 rtl:-scale-x-100" />
        <bdi className="truncate">{original.author.name}</bdi>
      </span>
      <span dir="auto" className="line-clamp-2 text-soft wrap-anywhere">
        {quoteOf(original)}
      </span>
    </button>
  );
}

/** A message in a few words: its text, or the name of its file. */
export function quoteOf({ text, file }: Message): string {
  return plainText(text, quotedGraphemes) || (file?.name ?? '');
}
