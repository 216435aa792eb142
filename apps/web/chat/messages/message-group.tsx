'use client';

import type { Message } from '@earshot/client';
import { memo } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { PersonAvatar } from '../../people/person-avatar.tsx';
import { useSnapshot } from '../../room/inside.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { MessageItem } from './message-item.tsx';

const face = 'mt-0.5 size-8 text-xs';

/** What one person said in a row, under their name. */
export const MessageGroup = memo(
  function MessageGroup({ messages }: { messages: readonly [Message, ...Message[]] }) {
    const { t, format } = useLanguage();
    const [{ author, own, sentAtMs }] = messages;
    const member = useSnapshot((snapshot) => snapshot.members.find(({ id }) => id === author.id));

    return (
      <div data-own={own} className="message-group grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 px-3 pt-3">
        {!own &&
          (member ? (
            <PersonAvatar member={member} className={face} />
          ) : (
            <Avatar name={author.name} seed={author.key || author.name} className={face} />
          ))}
        <div
          className={`grid min-w-0 gap-0.5 ${own ? 'col-span-2 justify-items-end' : 'justify-items-start'}`}
        >
          <p className="flex max-w-full items-baseline gap-2 px-1 text-sm">
            <bdi className={own ? 'sr-only' : 'truncate font-semibold'}>
              {own ? t('chat.you') : author.name}
            </bdi>
            <time
              dateTime={new Date(sentAtMs).toISOString()}
              title={format.moment(sentAtMs)}
              className="shrink-0 text-soft text-xs"
            >
              {format.time(sentAtMs)}
            </time>
          </p>
          {messages.map((message) => (
            <MessageItem key={message.id} message={message} />
          ))}
        </div>
      </div>
    );
  },
  (before, after) =>
    before.messages.length === after.messages.length &&
    before.messages.every((message, index) => message === after.messages[index]),
);
