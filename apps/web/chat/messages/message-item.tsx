'use client';

import type { Message } from '@earshot/client';
import { memo, type PointerEvent, useId, useRef } from 'react';
import { ShadowNote } from '../../hosting/shadow-note.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { FileCard } from '../files/file-card.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { useDeskPart } from '../use-desk.ts';
import { useActive } from './active-message.tsx';
import { DeletedNote, UndoDeletion } from './deletion.tsx';
import { MessageActions } from './message-actions.tsx';
import { onlyEmoji } from './only-emoji.ts';
import { Quote } from './quote.tsx';
import { ReactionChips } from './reaction-chips.tsx';
import { SealDoubts, Unreadable } from './seal-notes.tsx';
import { SendState } from './send-state.tsx';
import { useLongPress } from './use-long-press.ts';

/** One message: what it answers, its words, its file, what others made of it, and what one can do with it. */
export const MessageItem = memo(function MessageItem({ message }: { message: Message }) {
  const { format } = useLanguage();
  const id = useId();
  const bubble = useRef<HTMLElement>(null);
  const { activeId, activate } = useActive();
  const deleting = useDeskPart((desk) => desk.deleting.has(message.id));
  const active = activeId === message.id;
  const press = useLongPress(() => activate(message.id));
  const { state, own, text, file, author, sentAtMs, seal } = message;
  const big = text !== '' && onlyEmoji(text);
  const gone = state === 'deleted' || deleting;

  // A mouse that rests while the list moves under it chooses nothing.
  function hover({ pointerType, movementX, movementY }: PointerEvent): void {
    if (active || pointerType !== 'mouse' || (movementX === 0 && movementY === 0)) return;
    // The buttons of another message go; a focus on one of them stays at that message.
    const left = document.activeElement?.closest('.message-actions')?.closest('article');
    left?.focus({ preventScroll: true });
    activate(message.id);
  }

  return (
    <article
      ref={bubble}
      data-message-id={message.id}
      data-state={state}
      tabIndex={-1}
      aria-labelledby={`${id}-who ${id}-what`}
      className={`message relative grid max-w-[min(100%,34rem)] grid-cols-[minmax(0,auto)] rounded-md ${own ? 'justify-items-end' : 'justify-items-start'}`}
      onFocus={() => activate(message.id)}
      {...press}
      onPointerMove={(event) => {
        press.onPointerMove(event);
        hover(event);
      }}
    >
      <span id={`${id}-who`} className="sr-only">
        <bdi>{author.name}</bdi>, {format.time(sentAtMs)}:
      </span>
      <div id={`${id}-what`} className="max-w-full min-w-0">
        {state === 'deleted' && <DeletedNote />}
        {state !== 'deleted' && deleting && <UndoDeletion id={message.id} />}
        {!gone && (
          <div
            className={
              big
                ? 'px-1 text-4xl leading-tight'
                : `grid grid-cols-[minmax(0,auto)] gap-2 rounded-md px-3 py-2 ${own ? 'message-own' : 'border border-line bg-raised'}`
            }
          >
            {message.replyTo && <Quote id={message.replyTo} />}
            {seal === 'unreadable' && <Unreadable />}
            {text !== '' && <Markdown text={text} />}
            {file && <FileCard message={message} offer={file} />}
          </div>
        )}
      </div>
      {!gone && message.shadowMuted && <ShadowNote />}
      {!gone && <SealDoubts {...message} />}
      {!gone && <ReactionChips message={message} />}
      <SendState message={message} />
      {active && !gone && state === 'sent' && <MessageActions message={message} article={bubble} />}
    </article>
  );
});
