'use client';

import { SendHorizontal, Smile } from 'lucide-react';
import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useState,
} from 'react';
import { useText } from '../../i18n/language.ts';
import { useInside } from '../../room/inside.tsx';
import { fileShelf } from '../files/file-shelf.ts';
import { useActive } from '../messages/active-message.tsx';
import { ToolButton } from '../tool-button.tsx';
import { useChat, useChatPart } from '../use-chat.ts';
import { useDesk } from '../use-desk.ts';
import { AttachButton } from './attach-button.tsx';
import { ChatOff, SlowChatLine } from './chat-order-line.tsx';
import { keepDraft, readDraft } from './draft.ts';
import { sends } from './enter.ts';
import { Outgoing } from './outgoing.tsx';
import { ReplyBar } from './reply-bar.tsx';
import { charactersLeft } from './room-left.ts';
import { wroteIn } from './slow-chat.ts';
import { useChatOrder } from './use-chat-order.ts';
import type { Tray } from './use-tray.ts';

/** Where one writes. What is written stays until it is sent, through reloads and lost connections. */
export function Composer({
  field,
  tray,
  onEmoji,
  onSent,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  tray: Tray;
  onEmoji: () => void;
  onSent: () => void;
}) {
  const t = useText();
  const id = useId();
  const { room } = useInside();
  const chat = useChat();
  // First of all: after a lost connection it puts what was not sent back into the draft.
  useDesk();
  const connected = useChatPart(({ path }) => path !== 'none');
  const { replyTo, reply, redraft } = useActive();
  const { add } = tray;
  const name = room.snapshot.room.name;
  const [text, setText] = useState(() => readDraft(name));

  useEffect(() => keepDraft(name, text), [name, text]);
  useGrowing(field, text);
  useEffect(() => {
    if (!redraft) return;
    // What one has begun to write meanwhile stands below it.
    setText((begun) => [redraft.text, begun].filter((each) => each.trim() !== '').join('\n'));
    if (redraft.file) add([redraft.file]);
    field.current?.focus();
  }, [redraft, field, add]);

  const left = charactersLeft(text);
  const tooLong = left !== undefined && left < 0;
  const something = text.trim() !== '' || tray.files.length > 0;
  const order = useChatOrder();
  const waiting = order.at === 'slow' && order.waitSeconds > 0;
  const ready = connected && something && !tooLong && !waiting;

  function send(): void {
    if (!ready) return;
    const words = text.trim();
    if (tray.files.length > 0) void fileShelf(room).send(tray.files, { text: words, replyTo });
    else chat.send({ text: words, ...(replyTo !== undefined && { replyTo }) });
    wroteIn(room, performance.now());
    setText('');
    tray.clear();
    reply(undefined);
    onSent();
    field.current?.focus();
  }

  function onKeyDown({ nativeEvent }: KeyboardEvent): void {
    if (nativeEvent.key === 'Escape' && replyTo !== undefined) {
      nativeEvent.preventDefault();
      reply(undefined);
      return;
    }
    if (!sends(nativeEvent, matchMedia('(pointer: coarse)').matches)) return;
    nativeEvent.preventDefault();
    send();
  }

  function onChange(event: ChangeEvent<HTMLTextAreaElement>): void {
    setText(event.target.value);
    if (event.target.value !== '') chat.typing();
  }

  if (order.at === 'off') return <ChatOff />;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-2 border-line border-t p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ReplyBar />
      <Outgoing tray={tray} />
      {!connected && (
        <p role="status" className="rounded-md bg-alert-ground px-3 py-2 text-sm">
          <span className="font-semibold text-alert">{t('chat.offline')}</span> {t('chat.offlineNext')}
        </p>
      )}
      <div className="flex items-end rounded-[1.4rem] border border-edge bg-raised p-0.5 has-[textarea:focus-visible]:outline-3 has-[textarea:focus-visible]:outline-focus">
        <AttachButton
          onFiles={(files) => {
            tray.add(files);
            field.current?.focus();
          }}
        />
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          onChange={onChange}
          onKeyDown={onKeyDown}
          aria-label={t('chat.write')}
          placeholder={t('chat.write')}
          aria-describedby={`${id}-how ${id}-slow ${id}-left`}
          aria-invalid={tooLong || undefined}
          enterKeyHint="enter"
          className="max-h-[min(10rem,30dvh)] min-h-9 w-full min-w-0 resize-none bg-transparent px-1 py-1.5 wrap-anywhere placeholder:truncate placeholder:text-soft focus-visible:outline-none pointer-coarse:min-h-11 pointer-coarse:py-2.5"
        />
        <ToolButton icon={Smile} label={t('emoji.open')} aria-haspopup="dialog" onClick={onEmoji} />
        <ToolButton
          type="submit"
          icon={SendHorizontal}
          label={t('chat.send')}
          aria-disabled={!ready}
          className={`rtl:-scale-x-100 ${ready ? 'bg-ink! text-ground! hover:opacity-85' : ''}`}
        />
      </div>
      <SlowChatLine id={`${id}-slow`} order={order} />
      <p id={`${id}-how`} className="sr-only">
        {t('chat.how')}
      </p>
      <p
        id={`${id}-left`}
        role={tooLong ? 'alert' : undefined}
        className={`px-3 text-end text-xs empty:hidden ${tooLong ? 'font-semibold text-alert' : 'text-soft'}`}
      >
        {left !== undefined &&
          (tooLong ? t('chat.tooLong', { count: -left }) : t('chat.left', { count: left }))}
      </p>
    </form>
  );
}

/** As tall as its text, up to what its style allows. */
function useGrowing(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what makes it grow.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [field, text]);
}
