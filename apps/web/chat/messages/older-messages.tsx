'use client';

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { useChat, useChatPart } from '../use-chat.ts';

/** The top of the list: when it comes into sight, what is above it is drawn, or fetched. */
export function OlderMessages({
  box,
  more,
  onMore,
}: {
  box: RefObject<HTMLElement | null>;
  /** There are messages that are not drawn yet. */
  more: boolean;
  onMore: () => void;
}) {
  const t = useText();
  const chat = useChat();
  const hasOlder = useChatPart((snapshot) => snapshot.hasOlder);
  const some = useChatPart((snapshot) => snapshot.messages.length > 0);
  const top = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'idle' | 'fetching' | 'failed'>('idle');

  async function fetchOlder(): Promise<void> {
    setState('fetching');
    await chat.loadOlder().then(
      () => setState('idle'),
      () => setState('failed'),
    );
    onMore();
  }

  const reach = useEffectEvent(() => {
    if (more) onMore();
    else if (hasOlder && state === 'idle') void fetchOlder();
  });

  const awaited = more || hasOlder;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each batch the top is looked at anew.
  useEffect(() => {
    if (!top.current || !awaited) return;
    const sight = new IntersectionObserver(([entry]) => entry?.isIntersecting && reach(), {
      root: box.current,
      rootMargin: '400px 0px 0px',
    });
    sight.observe(top.current);
    return () => sight.disconnect();
  }, [box, awaited, more, hasOlder, state]);

  return (
    <div ref={top} className="min-h-px px-3 text-center text-soft text-sm">
      {state === 'fetching' && <p role="status">{t('chat.older')}</p>}
      {state === 'failed' && (
        <button type="button" className="min-h-10 underline" onClick={() => void fetchOlder()}>
          {t('chat.olderFailed')}
        </button>
      )}
      {!awaited && some && <p>{t('chat.beginning')}</p>}
    </div>
  );
}
