'use client';

import type { Message } from '@earshot/client';
import { Check, Copy, Flag, Reply, SmilePlus, Trash2 } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { useFrame } from '../../room/frame.tsx';
import { useSay } from '../../room/say.tsx';
import { ToolButton } from '../tool-button.tsx';
import { useChat } from '../use-chat.ts';
import { useDesk } from '../use-desk.ts';
import { useActive } from './active-message.tsx';
import { useMayDelete } from './use-may-delete.ts';

const quick = ['👍', '❤️', '😂'];

/** What one can do with a message, beside it while it is looked at. */
export function MessageActions({
  message,
  article,
}: {
  message: Message;
  article: RefObject<HTMLElement | null>;
}) {
  const t = useText();
  const say = useSay();
  const chat = useChat();
  const desk = useDesk();
  const { pickFor, reply, activate } = useActive();
  const [copied, setCopied] = useState(false);
  const { openDialog } = useFrame();
  const { id, text, own, reactions, author } = message;
  const deletable = useMayDelete(message);

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text).catch(() => {});
    setCopied(true);
    say(t('chat.copied'));
  }

  function react(emoji: string): void {
    chat.react(id, emoji, !reactions.some((reaction) => reaction.emoji === emoji && reaction.own));
    article.current?.focus({ preventScroll: true });
  }

  return (
    <div
      role="toolbar"
      aria-label={t('chat.actions')}
      className={`message-actions absolute z-10 flex rounded-full border border-line bg-raised shadow-bar ${own ? 'end-0' : 'start-0 pointer-coarse:-start-10'}`}
    >
      {quick.map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-label={t('chat.reactWith', { emoji })}
          title={t('chat.reactWith', { emoji })}
          onClick={() => react(emoji)}
          className="grid size-9 place-items-center rounded-full text-lg hover:bg-sunken pointer-coarse:size-10"
        >
          {emoji}
        </button>
      ))}
      <ToolButton
        className="pointer-coarse:size-10"
        icon={SmilePlus}
        label={t('chat.reactMore')}
        aria-haspopup="dialog"
        onClick={() => pickFor(id)}
      />
      <ToolButton
        className="rtl:-scale-x-100 pointer-coarse:size-10"
        icon={Reply}
        label={t('chat.reply')}
        onClick={() => reply(id)}
      />
      {text !== '' && (
        <ToolButton
          className="pointer-coarse:size-10"
          icon={copied ? Check : Copy}
          label={t(copied ? 'chat.copied' : 'chat.copy')}
          onClick={() => void copy()}
        />
      )}
      {!own && (
        <ToolButton
          className="pointer-coarse:size-10"
          icon={Flag}
          label={t('report.message')}
          aria-haspopup="dialog"
          onClick={() => {
            article.current?.focus({ preventScroll: true });
            openDialog({ at: 'report', about: { id: author.id, name: author.name } });
          }}
        />
      )}
      {deletable && (
        <ToolButton
          className="pointer-coarse:size-10"
          icon={Trash2}
          label={t('chat.delete')}
          onClick={() => {
            desk.delete(id);
            activate(undefined);
          }}
        />
      )}
    </div>
  );
}
