'use client';

import { useEffect } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { useSay } from '../room/say.tsx';
import { NewsFeed } from './news-feed.ts';
import { useDesk } from './use-desk.ts';

/** Counts what is not read, and tells screen readers what comes in, whether the chat is open or not. */
export function ChatCompanion() {
  const { t } = useLanguage();
  const { room } = useInside();
  const say = useSay();
  const desk = useDesk();
  const { visit } = useRoomAccess();
  useEffect(() => desk.follow(), [desk]);
  useEffect(() => visit.onLeaving(desk.deleteNow), [visit, desk]);
  useEffect(() => {
    const feed = new NewsFeed({
      chat: room.chat,
      sinceMs: room.snapshot.self.joinedAtMs,
      visible: () => document.visibilityState === 'visible',
      say: (news) =>
        say(
          news.kind === 'message'
            ? t('chat.announce', { name: news.name, text: news.text })
            : t('chat.announceMany', { count: news.count }),
        ),
    });
    const look = () => feed.look();
    const stop = room.chat.subscribe(look);
    document.addEventListener('visibilitychange', look);
    return () => {
      feed.close();
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [room, say, t]);
  return null;
}
