'use client';

import type { MessageId } from '@earshot/client';
import { ArrowDown } from 'lucide-react';
import {
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useLanguage } from '../../i18n/language.ts';
import { useChatPart } from '../use-chat.ts';
import { useDeskPart } from '../use-desk.ts';
import { useActive } from './active-message.tsx';
import { MessageGroup } from './message-group.tsx';
import { nextMessage } from './next-message.ts';
import { OlderMessages } from './older-messages.tsx';
import { layOut } from './rows.ts';
import type { ScrollKeeper } from './scroll-keeper.ts';
import { useNewBelow } from './use-new-below.ts';
import { useScrollKeeper } from './use-scroll-keeper.ts';

/** So many messages are drawn at first, and this many more each time the reader gets to the top. */
const pageMessages = 60;

/** What others may do with the list. */
export interface ListHandle {
  toEnd(): void;
  /** Puts the focus on a message that is in sight. */
  focus(id: MessageId): void;
  /** Brings a message into sight and marks it. */
  point(id: MessageId): void;
}

/** What was said, the newest below. */
export function MessageList({ ref }: { ref: Ref<ListHandle> }) {
  const { t, format } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const messages = useChatPart((chat) => chat.messages);
  const firstUnread = useDeskPart((desk) => desk.unread.first);
  const { activate } = useActive();
  const [drawn, setDrawn] = useState(pageMessages);
  const keeper = useScrollKeeper({ box, content });
  const newBelow = useNewBelow(keeper, messages);

  const rows = useMemo(() => layOut(messages.slice(-drawn), { firstUnread }), [messages, drawn, firstUnread]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changed the rows may have moved them.
  useLayoutEffect(() => keeper?.keep(), [keeper, rows]);
  useOpening({ box, keeper, firstUnread });

  useImperativeHandle(
    ref,
    () => ({
      toEnd: () => keeper?.toEnd(),
      focus: (id) => keeper?.find(id)?.focus({ preventScroll: true }),
      point(id) {
        const at = messages.findIndex((message) => message.id === id);
        if (at < 0) return;
        if (messages.length - at > drawn) flushSync(() => setDrawn(messages.length - at + pageMessages));
        keeper?.point(id);
      },
    }),
    [keeper, messages, drawn],
  );

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const next = nextMessage(event.key, event.target as HTMLElement, event.currentTarget);
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        role="log"
        // New messages are announced gathered and shortened, whether this list is open or not.
        aria-live="off"
        aria-label={t('chat.log')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is read by keyboard, too.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerLeave={(event) => {
          if (event.pointerType === 'mouse' && !event.currentTarget.contains(document.activeElement))
            activate(undefined);
        }}
        className="message-list h-full overflow-y-auto overscroll-contain focus-visible:-outline-offset-4"
      >
        <div ref={content} className="flex min-h-full flex-col justify-end pt-8 pb-3">
          <OlderMessages
            box={box}
            more={drawn < messages.length}
            onMore={() => setDrawn((count) => count + pageMessages)}
          />
          {messages.length === 0 && <Nothing />}
          {rows.map((row) => {
            if (row.kind === 'group') return <MessageGroup key={row.key} messages={row.messages} />;
            return (
              <Line key={row.key} strong={row.kind === 'unread'}>
                {row.kind === 'day' ? format.day(row.atMs, Date.now()) : t('chat.new')}
              </Line>
            );
          })}
        </div>
      </div>
      {keeper && !newBelow.atEnd && (
        <button
          type="button"
          onClick={() => keeper.toEnd()}
          className="absolute bottom-2 start-1/2 flex min-h-10 -translate-x-1/2 items-center gap-1.5 rounded-full border border-line bg-raised px-4 font-semibold text-sm shadow-bar hover:bg-sunken rtl:translate-x-1/2"
        >
          <ArrowDown aria-hidden="true" className="size-4" />
          {newBelow.count > 0 ? (
            t('chat.newBelow', { count: newBelow.count })
          ) : (
            <span className="sr-only">{t('chat.toBottom')}</span>
          )}
        </button>
      )}
    </div>
  );
}

function Line({ strong, children }: { strong: boolean; children: string }) {
  return (
    <p
      data-unread={strong}
      className={`mx-3 mt-4 flex items-center gap-3 text-xs font-semibold before:flex-1 before:border-current before:border-t before:opacity-30 after:flex-1 after:border-current after:border-t after:opacity-30 ${strong ? 'text-alert' : 'text-soft'}`}
    >
      {children}
    </p>
  );
}

function Nothing() {
  const { t } = useLanguage();
  return (
    <div className="m-auto grid max-w-64 gap-1 p-6 text-center">
      <p className="font-semibold">{t('chat.empty')}</p>
      <p className="text-soft text-sm">{t('chat.emptyNext')}</p>
    </div>
  );
}

/** Once: where there is something new, the list opens with its beginning in sight. */
function useOpening({
  box,
  keeper,
  firstUnread,
}: {
  box: RefObject<HTMLDivElement | null>;
  keeper: ScrollKeeper | undefined;
  firstUnread: string | undefined;
}): void {
  const atFirst = useRef(firstUnread);
  useEffect(() => {
    const line = box.current?.querySelector<HTMLElement>('[data-unread=true]');
    if (!keeper || !line || atFirst.current === undefined) return;
    atFirst.current = undefined;
    if (line.getBoundingClientRect().top < (box.current?.getBoundingClientRect().top ?? 0)) keeper.show(line);
  }, [box, keeper]);
}
