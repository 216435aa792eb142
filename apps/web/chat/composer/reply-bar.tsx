'use client';

import { Reply, X } from 'lucide-react';
import { useText } from '../../i18n/language.ts';
import { useActive } from '../messages/active-message.tsx';
import { quoteOf } from '../messages/quote.tsx';
import { ToolButton } from '../tool-button.tsx';
import { useMessage } from '../use-chat.ts';

/** The message that the one being written answers. */
export function ReplyBar() {
  const t = useText();
  const { replyTo, reply } = useActive();
  const original = useMessage(replyTo);
  if (!original || original.state === 'deleted') return null;
  return (
    <div className="flex items-center gap-2 rounded-md bg-sunken ps-3 text-sm">
      <Reply aria-hidden="true" className="size-4 shrink-0 rtl:-scale-x-100" />
      <div className="min-w-0 flex-1 py-1.5">
        <p className="truncate font-semibold">
          {t('chat.replying', { name: original.own ? t('chat.you') : original.author.name })}
        </p>
        <p dir="auto" className="truncate text-soft">
          {quoteOf(original)}
        </p>
      </div>
      <ToolButton icon={X} label={t('chat.cancelReply')} onClick={() => reply(undefined)} />
    </div>
  );
}
