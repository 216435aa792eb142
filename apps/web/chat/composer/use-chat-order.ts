import { useEffect, useState } from 'react';
import { useInside, useSnapshot } from '../../room/inside.tsx';
import { refusedIn, slowWaitSeconds } from './slow-chat.ts';

/** What the hosts want of the chat, for oneself: whether one may write at all, and how long until the next message. */
export type ChatOrder =
  | { readonly at: 'free' }
  | { readonly at: 'off' }
  | { readonly at: 'slow'; readonly everySeconds: number; readonly waitSeconds: number };

export function useChatOrder(): ChatOrder {
  const { room } = useInside();
  const freely = useSnapshot(() => room.hosting.can('writeFreely'));
  const off = useSnapshot((snapshot) => snapshot.room.settings.chat === 'off');
  const everySeconds = useSnapshot((snapshot) => snapshot.room.settings.slowChatSeconds);
  const slow = everySeconds > 0 && !freely && !off;
  const [waitSeconds, setWaitSeconds] = useState(0);

  useEffect(() => {
    if (!slow) return;
    const look = () => setWaitSeconds(slowWaitSeconds(room, performance.now()));
    let failures = new Set<string>();
    const stop = room.chat.subscribe(() => {
      const failed = room.chat.snapshot.messages.filter(({ own, state }) => own && state === 'failed');
      for (const { id, failure } of failed) {
        if (!failures.has(id)) refusedIn(room, failure, performance.now());
      }
      failures = new Set(failed.map(({ id }) => id));
      look();
    });
    look();
    const timer = setInterval(look, 250);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [room, slow]);

  if (freely) return { at: 'free' };
  if (off) return { at: 'off' };
  return slow ? { at: 'slow', everySeconds, waitSeconds } : { at: 'free' };
}
