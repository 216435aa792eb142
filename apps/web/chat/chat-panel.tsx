'use client';

import { type DragEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { usePanelFocus } from '../room/panel-focus.tsx';
import { Composer } from './composer/composer.tsx';
import { TypingLine } from './composer/typing-line.tsx';
import { useTray } from './composer/use-tray.ts';
import { EmojiSheet } from './emoji/emoji-sheet.tsx';
import { ActiveProvider, useActive } from './messages/active-message.tsx';
import { type ListHandle, MessageList } from './messages/message-list.tsx';
import { useChat } from './use-chat.ts';
import { useDesk } from './use-desk.ts';
import './chat.css';

/** The chat of the room: what was said, and where one writes. */
export function ChatPanel() {
  const list = useRef<ListHandle>(null);
  const field = usePanelFocus<HTMLTextAreaElement>();
  const desk = useDesk();
  useEffect(() => desk.show(), [desk]);

  const jump = useCallback((id: string) => list.current?.point(id), []);
  const onReply = useCallback(() => field.current?.focus(), [field]);
  return (
    <ActiveProvider jump={jump} onReply={onReply}>
      <Inside list={list} field={field} />
    </ActiveProvider>
  );
}

function Inside({
  list,
  field,
}: {
  list: RefObject<ListHandle | null>;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const t = useText();
  const chat = useChat();
  const tray = useTray();
  const { picking, pickFor } = useActive();
  const [writing, setWriting] = useState(false);
  const [over, setOver] = useState(false);
  const depth = useRef(0);

  const close = useCallback(
    (by: 'key' | 'press') => {
      setWriting(false);
      pickFor(undefined);
      if (by === 'press') return;
      if (picking === undefined) field.current?.focus();
      else list.current?.focus(picking);
    },
    [pickFor, picking, field, list],
  );

  function pick(emoji: string): void {
    if (picking !== undefined) chat.react(picking, emoji, true);
    else insert(field.current, emoji);
    close('key');
  }

  function onDrag(event: DragEvent, step: number): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  }

  function onDrop(event: DragEvent): void {
    onDrag(event, -depth.current);
    if (event.dataTransfer.files.length > 0) {
      tray.add([...event.dataTransfer.files]);
      field.current?.focus();
    }
  }

  return (
    <section
      aria-label={t('chat.title')}
      className="relative flex h-full min-h-0 flex-col"
      onDragEnter={(event) => onDrag(event, 1)}
      onDragLeave={(event) => onDrag(event, -1)}
      onDragOver={(event) => onDrag(event, 0)}
      onDrop={onDrop}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        tray.add(files);
      }}
    >
      <MessageList ref={list} />
      <TypingLine />
      <Composer
        field={field}
        tray={tray}
        onEmoji={() => setWriting((open) => !open)}
        onSent={() => list.current?.toEnd()}
      />
      {(writing || picking !== undefined) && <EmojiSheet onPick={pick} onClose={close} />}
      {over && (
        <p className="pointer-events-none absolute inset-2 z-30 grid place-items-center rounded-md border-2 border-focus border-dashed bg-surface/95 p-6 text-center font-semibold">
          {t('chat.drop')}
        </p>
      )}
    </section>
  );
}

/** Puts an emoji where the caret stands, as if it had been typed: one step to undo. */
function insert(field: HTMLTextAreaElement | null, emoji: string): void {
  if (!field) return;
  field.focus();
  if (document.execCommand('insertText', false, emoji)) return;
  field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
