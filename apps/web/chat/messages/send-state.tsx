'use client';

import type { Message } from '@earshot/client';
import { CircleAlert } from 'lucide-react';
import { useText } from '../../i18n/language.ts';
import { useInside } from '../../room/inside.tsx';
import { fileShelf } from '../files/file-shelf.ts';
import { useChat } from '../use-chat.ts';
import { useActive } from './active-message.tsx';
import { failureWords } from './failure-words.ts';

/** Says of a message that it is not with the others yet, and what can be done about it. */
export function SendState({ message }: { message: Message }) {
  const { id, own, state, failure, text, replyTo } = message;
  const shelf = fileShelf(useInside().room);
  const t = useText();
  const chat = useChat();
  const { rewrite, reply } = useActive();
  if (!own || state === 'sent' || state === 'deleted') return null;
  if (state === 'sending') return <p className="late px-1 text-end text-soft text-xs">{t('chat.sending')}</p>;
  /** Sent again as it is, it would be held again. */
  function edit(): void {
    chat.delete(id);
    rewrite(text, shelf.takeBack(message));
    if (replyTo !== undefined) reply(replyTo);
  }

  const action =
    'min-h-8 rounded-full px-2 font-semibold text-ink underline underline-offset-2 hover:bg-sunken';
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-1 px-1 text-alert text-sm">
      <p className="flex gap-1.5">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {t(failureWords(failure))}
      </p>
      <div className="flex">
        {failure?.error === 'held' ? (
          <button type="button" className={action} onClick={edit}>
            {t('chat.edit')}
          </button>
        ) : (
          <button type="button" className={action} onClick={() => chat.retry(id)}>
            {t('chat.retry')}
          </button>
        )}
        <button type="button" className={action} onClick={() => chat.delete(id)}>
          {t('chat.discard')}
        </button>
      </div>
    </div>
  );
}
