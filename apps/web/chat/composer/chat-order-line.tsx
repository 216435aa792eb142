'use client';

import { MessageCircleOff, Timer } from 'lucide-react';
import { useFormat, useText } from '../../i18n/language.ts';
import type { ChatOrder } from './use-chat-order.ts';

/** Says in the place where one writes that nobody does. What was begun is kept. */
export function ChatOff() {
  const t = useText();
  return (
    <p
      role="status"
      className="flex items-center gap-3 border-line border-t px-4 py-4 pb-[max(1rem,env(safe-area-inset-bottom))] text-soft"
    >
      <MessageCircleOff aria-hidden="true" className="size-5 shrink-0" />
      {t('chat.off')}
    </p>
  );
}

/** That the chat is slow, and the seconds that are left. It counts without a word to screen readers. */
export function SlowChatLine({ id, order }: { id: string; order: ChatOrder }) {
  const t = useText();
  const format = useFormat();
  if (order.at !== 'slow') return null;
  const { everySeconds, waitSeconds } = order;
  return (
    <p id={id} className="flex items-center gap-1.5 px-3 text-xs text-soft tabular-nums">
      <Timer aria-hidden="true" className="size-3.5 shrink-0" />
      {waitSeconds > 0
        ? t('chat.slowWait', { time: format.duration(waitSeconds * 1_000) })
        : t('chat.slow', { time: format.duration(everySeconds * 1_000) })}
    </p>
  );
}
